import { both } from './both.ts';

/** Words about what a hand corrected in how the blocks of a page are read. */
export const correctionStrings = {
  correctedByHand: both('人工订正', 'Corrected by hand'),
  correctedAs: {
    question: both('读作提问', 'read as a question'),
    answer: both('读作回答', 'read as an answer'),
    statement: both('读作陈述', 'read as a statement'),
    note: both('读作注记', 'read as a note'),
    noise: both('不属记录，略去', 'left out, no part of the record'),
  },
  correctedLabel: (label: string) => both(`，发言者“${label}”`, `, spoken by “${label}”`),
  correctedSplit: (count: number) => both(`分为${count}段`, `divided into ${count} blocks`),
  correctedJoin: both('并入上一段', 'joined to the block before'),
};
