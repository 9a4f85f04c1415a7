import type { z } from 'zod';

/** A fault of one value, by the path of fields and positions that leads to it. */
export interface Reason {
  path: PropertyKey[];
  reason: string;
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields with values',
  record: 'fields with values',
};

const formats: Record<string, string> = {
  url: 'an address such as https://example.org/',
  date: 'a day as YYYY-MM-DD',
  datetime: 'an instant such as 2021-01-28T09:31:00Z',
};

/** What a schema's complaints about a value mean, as the house's sentences; one for each fault. */
export function reasons(error: z.ZodError, value: unknown): Reason[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        reason: `Expected a known field, got ${shown(key)}`,
      }));
    }
    // A value that is of one of several kinds, and wrong in a way that only this kind knows of.
    const own =
      issue.code === 'invalid_union'
        ? issue.errors.find(
            (ones) => ones.length > 0 && ones.every(({ code }) => code === 'custom'),
          )
        : undefined;
    if (own)
      return own.map(({ path, message }) => ({ path: [...issue.path, ...path], reason: message }));
    return [{ path: issue.path, reason: sentence(issue, valueAt(value, issue.path)) }];
  });
}

/** The value that a path of fields and positions leads to, or undefined. */
export function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (isFields(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    value,
  );
}

/** A value between backticks, short enough for one line: at most 60 characters; `nothing` for none. */
export function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(
    /\s+/gu,
    ' ',
  );
  const short = [...text].length > 60 ? `${[...text].slice(0, 59).join('')}…` : text;
  return `\`${short.replaceAll('`', "'")}\``;
}

const isFields = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

function sentence(issue: z.core.$ZodIssue, value: unknown): string {
  const field = issue.path.length > 0 ? ` for \`${issue.path.join('.')}\`` : '';
  if (issue.message.includes(', got `')) return issue.message;
  return `Expected ${expectation(issue)}${field}, got ${shown(value)}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('Expected ')) return issue.message.slice('Expected '.length);
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return alternatives(issue.values);
    case 'invalid_union':
      return 'options' in issue ? alternatives(issue.options ?? []) : 'a value of a known kind';
    case 'invalid_format':
      return formats[issue.format] ?? `text of the form ${issue.pattern ?? issue.format}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `at least ${issue.minimum} of them`
        : `at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}`;
    default:
      return `something else (${issue.message})`;
  }
}

const alternatives = (values: readonly unknown[]): string =>
  `${values.length > 1 ? 'one of ' : ''}${values.map(shown).join(', ')}`;
