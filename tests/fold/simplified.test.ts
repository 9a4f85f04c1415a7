import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simplifiedForms } from '../../src/fold/simplified.ts';
import { unitsOf } from '../../src/ledger/units.ts';
import { wholeFold } from '../../src/search/fold-table.ts';

const character = (code: number): string => String.fromCodePoint(code);

test('a simplified form has no other one, and codes ascend', () => {
  const forms = simplifiedForms();
  assert.ok(forms.size > 4000, `${forms.size} characters`);
  assert.deepEqual(
    [...forms.values()].filter((form) => forms.has(form)),
    [],
  );
  const codes = [...forms.keys()];
  assert.deepEqual(
    codes,
    codes.toSorted((a, b) => a - b),
  );
});

test('search and ledger take the same characters for one', () => {
  const fold = wholeFold();
  const wrong = [...simplifiedForms()].filter(([code, form]) => {
    const [own, other] = [character(code), character(form)];
    const isCompatible = own.normalize('NFKC') !== own;
    if (isCompatible) return false;
    return fold.text(own) !== other || unitsOf(own)[0] !== unitsOf(other)[0];
  });
  assert.deepEqual(
    wrong.map(([code]) => character(code)),
    [],
  );
});
