import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { propose } from '../../src/parse/propose/index.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** One page of each dialect, and a second of the commonest. */
const pages = [
  'caldmere-mint/bold-asks',
  'caldmere-live/square-brackets',
  'caldmere-bank/question-marker',
  'caldmere-captions/name-and-time',
  'france-meae/q-and-r',
  'mea-india/batch-of-questions',
  'mfa-zh/template-since-2022',
  'mfa-zh/years-of-wen-and-da',
  'mofa-japan/round-brackets',
  'mofa-korea/unescaped-markers',
  'state/caps-labels',
  'whitehouse/line-after-q',
];

for (const page of pages) {
  test(`the dialect and the first exchange of a page: ${page}`, () => {
    const folder = path.join(root, 'tests/fixtures', page);
    const text = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    const [source = ''] = page.split('/');
    const own = path.join(root, 'tests/fixtures', source, 'source.yaml');
    const file = existsSync(own) ? own : path.join(root, `content/sources/${source}.yaml`);
    const found = propose({
      url: text('page.url').trim(),
      mediaType: 'text/html',
      text: text('page.html'),
    });
    const { dialect, language } = parse(readFileSync(file, 'utf8'));
    assert.equal(found.dialect, dialect);
    assert.equal(found.language, language);
    assert.deepEqual(firstRead(found), firstExpected(JSON.parse(text('transcript.json'))));
  });
}

/** Kind and words of each turn of the first exchange. */
function firstRead({ readings }: ReturnType<typeof propose>): string[][] {
  const first = readings[0]?.parsed.draft?.children.find((child) => child.type === 'exchange');
  return (first?.children ?? []).flatMap((turn) =>
    turn.type === 'turn' ? [[turn.kind, ...turn.children.map(({ value }) => value)]] : [],
  );
}

interface Expected {
  children: { exchange?: Record<string, unknown>[] }[];
}

function firstExpected({ children }: Expected): unknown[][] {
  const turns = children.find(({ exchange }) => exchange)?.exchange ?? [];
  return turns.flatMap((turn) => {
    const kind = ['question', 'answer', 'statement'].find((one) => one in turn);
    if (!kind || !Array.isArray(turn.text)) return [];
    return [[kind, ...turn.text.map((one: unknown) => wordsOf(one))]];
  });
}

const wordsOf = (paragraph: unknown): unknown =>
  typeof paragraph === 'object' && paragraph !== null
    ? (Reflect.get(paragraph, 'text') ?? Reflect.get(paragraph, 'note'))
    : paragraph;
