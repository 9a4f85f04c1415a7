import { type Source, source } from '../../src/model/source.ts';

/** A source of the Republic of Caldmere, a state that does not exist, with these addresses. */
export const madeSource = (id: string, urls: string[], more: Partial<Source> = {}): Source => ({
  ...source.parse({
    id,
    institution: 'caldmere-press',
    names: { 'zh-Hans': '卡尔德米尔', en: 'Caldmere' },
    publisher: 'Caldmere Press Office',
    language: 'en',
    timeZone: 'Asia/Shanghai',
    verified: true,
    urls,
    rights: { statement: 'Free to use', url: null, redistribute: 'yes' },
    dialect: 'colon',
  }),
  ...more,
});
