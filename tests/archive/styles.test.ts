import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readStyles } from '../../src/archive/styles.ts';
import type { Problem } from '../../src/model/problem.ts';

test("an archivist's styles are read, and what is none is named", async () => {
  const content = await mkdtemp(path.join(tmpdir(), 'lectern-styles-'));
  const whole =
    '<style xmlns="http://purl.org/net/xbiblio/csl"><info><title>House</title></info><bibliography/></style>';
  const files = {
    'house.csl': whole,
    'page.csl': '<html>',
    'half.csl': whole.replace('<bibliography/>', ''),
  };
  await mkdir(path.join(content, 'styles'));
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(content, 'styles', name), text);
  }
  const problems: Problem[] = [];
  const styles = await readStyles(content, (problem) => void problems.push(problem));
  assert.deepEqual(styles, [{ id: 'house', name: 'House', csl: whole }]);
  assert.deepEqual(
    problems.map(({ file, reason }) => [file, reason.split(',')[0]]),
    [
      ['styles/half.csl', 'Expected a CSL style with a <bibliography>'],
      ['styles/page.csl', 'Expected a CSL style'],
    ],
  );
  await rm(content, { recursive: true });
});
