/** Text that every citation format can hold: on one line, without controls and lone surrogates. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu, '\ufffd')
    .trim();
