const code = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** A line with each control and direction character as its code: U+001B becomes `\u001b`. Tabs stay. */
export const visible = (line: string): string =>
  line.replace(/[^\P{Cc}\t]|[\u2028\u2029]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, code);

/**
 * Text of a record for a file that may be shown on a terminal: control characters as their codes. Line
 * feeds, tabs and the marks of right-to-left writing are part of the record and stay.
 */
export const withoutControls = (text: string): string =>
  /[^\P{Cc}\t\n]/u.test(text) ? text.replace(/[^\P{Cc}\t\n]/gu, code) : text;
