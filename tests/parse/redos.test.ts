import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { code, treeOf } from '../house/files.ts';

/** Patterns that are polynomial and only ever see a bounded text, with what bounds it. */
const bounded = [
  ['guess.ts', '^[^\\p{Ll}]*\\p{Lu}[^\\p{Ll}]*$', 'a label, of at most 60 characters'],
  ['part-mark.ts', '一下)?$', 'the 14 characters before a mark'],
  ['lex.ts', '[*＊]+$', 'a word of a query'],
] as const;

const literals = code('src/parse', 'src/search').flatMap((it) => {
  const found: { file: string; pattern: string; flags: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({
        file: it.file,
        pattern: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(treeOf(it));
  return found;
});

const isBounded = ({ file, pattern }: (typeof literals)[number]): boolean =>
  bounded.some(([name, part]) => file.endsWith(name) && pattern.includes(part));

test('no literal pattern of parser and query takes more than linear time', () => {
  assert.ok(literals.length > 50, `Expected more than 50 patterns, got ${literals.length}`);
  assert.equal(literals.filter(isBounded).length, bounded.length);
  const slow = literals
    .filter((literal) => !isBounded(literal))
    .filter(
      ({ pattern, flags }) => checkSync(pattern, flags, { timeout: 60_000 }).status !== 'safe',
    );
  assert.deepEqual(slow, []);
});
