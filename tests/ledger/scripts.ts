import type { Spoken } from './drafts.ts';

/** Exchanges of hardly a character that both Chinese scripts share; the third and the fifth say the same. */
export const simplifiedSpoken: Spoken[] = [
  {
    asker: '乡镇经济周报记者',
    question: '渔业协会对边贸关税涨价议论纷纷，财务厅长态度如何？',
    answer: ['谈判双方将于礼拜六继续谈。'],
  },
  {
    asker: '联络电视台记者',
    question: '图书馆顶层漏雨，馆员联名请愿，厅长会见过谁？',
    answer: ['馆长连夜赶赴现场查验，损毁书籍将获赔偿。', '会后发报导。'],
  },
  { asker: '乡镇经济周报记者', question: '还有吗？', answer: ['没有。'] },
  {
    asker: '联络电视台记者',
    question: '滨湖铁桥为何锁闭？',
    answer: ['桥梁钢缆断裂，检验员还没验收。'],
  },
  { asker: '乡镇经济周报记者', question: '还有吗？', answer: ['没有。'] },
];

/** The same in traditional characters. */
export const traditionalSpoken: Spoken[] = [
  {
    asker: '鄉鎮經濟週報記者',
    question: '漁業協會對邊貿關稅漲價議論紛紛，財務廳長態度如何？',
    answer: ['談判雙方將於禮拜六繼續談。'],
  },
  {
    asker: '聯絡電視臺記者',
    question: '圖書館頂層漏雨，館員聯名請願，廳長會見過誰？',
    answer: ['館長連夜趕赴現場查驗，損毀書籍將獲賠償。', '會後發報導。'],
  },
  { asker: '鄉鎮經濟週報記者', question: '還有嗎？', answer: ['沒有。'] },
  {
    asker: '聯絡電視臺記者',
    question: '濱湖鐵橋為何鎖閉？',
    answer: ['橋梁鋼纜斷裂，檢驗員還沒驗收。'],
  },
  { asker: '鄉鎮經濟週報記者', question: '還有嗎？', answer: ['沒有。'] },
];
