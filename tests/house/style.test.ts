import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { type Code, code, root, treeOf } from './files.ts';

const src = code('src');
const ours = [...src, ...code('templates', 'tests')];

/** Names of exports that no doc comment stands before, apart from types inferred from a schema above. */
function undocumented(it: Code): string[] {
  return treeOf(it).statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement)) return [];
    const exported = ts
      .getModifiers(statement)
      ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported || ts.getJSDocCommentsAndTags(statement).length > 0) return [];
    const text = statement.getText();
    if (/^export type \w+ = z\.(?:infer|input)</.test(text)) return [];
    if (/^export type \w+ = \(typeof /.test(text)) return [];
    return [`${it.file}: ${text.split('\n', 1)[0]}`];
  });
}

test('no file is longer than 250 lines', () => {
  const long = ours.filter(({ text }) => text.split('\n').length > 251);
  assert.deepEqual(
    long.map(({ file }) => file),
    [],
  );
});

test('every export says what its type cannot', () => {
  assert.deepEqual(src.flatMap(undocumented), []);
});

test('no source is named in the code that all sources share', () => {
  const ids = readdirSync(path.join(root, 'content/sources')).map((file) =>
    path.basename(file, '.yaml'),
  );
  assert.ok(ids.length >= 3);
  const named = src.filter(({ text }) =>
    ids.some((id) => new RegExp(`(['"\`])${id}\\1`).test(text)),
  );
  assert.deepEqual(
    named.map(({ file }) => file),
    [],
  );
});

test('no type is forced: no any, no assertion, no ignored error', () => {
  const forced = src.flatMap((it) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const asserts =
        (ts.isAsExpression(node) && node.type.getText() !== 'const') ||
        ts.isNonNullExpression(node) ||
        node.kind === ts.SyntaxKind.AnyKeyword;
      if (asserts) found.push(`${it.file}: ${node.getText().split('\n', 1)[0]}`);
      ts.forEachChild(node, visit);
    };
    visit(treeOf(it));
    if (/@ts-(?:ignore|expect-error|nocheck)/.test(it.text)) found.push(`${it.file}: @ts-…`);
    return found;
  });
  assert.deepEqual(forced, []);
});
