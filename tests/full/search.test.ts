import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { accessSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

const repo = path.join(import.meta.dirname, '../..');

describe('search on the real corpus', () => {
  it('is exact against a full scan and sends little', () => {
    accessSync(path.join(repo, '../shared/corpus/mfa-zh.warc.gz'));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'bench/search.ts', '--quick'],
      { cwd: repo, encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr.slice(-500));
    const rows = stdout.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const [headings = []] = rows.filter(([, first]) => first === 'exchanges');
    const [cells = []] = rows.filter(([, first]) => first === '1000');
    const cell = (heading: string) => cells[headings.indexOf(heading)] ?? '';
    const [found, all] = cell('exact').split(' of ').map(Number);
    assert.ok((all ?? 0) >= 95, cell('exact'));
    assert.equal(found, all);
    const further = cell('further query');
    assert.ok(Number.parseFloat(further) <= 40, further);
  });
});
