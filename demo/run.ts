import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPressOffice } from './press-office.ts';
import { rehearse } from './rehearse.ts';

/**
 * `npm run demo`: the whole product in a minute. A made-up press office on this machine is fetched,
 * parsed, numbered and built as if it were the internet, edited, fetched again, and served.
 */
const folder = await mkdtemp(path.join(tmpdir(), 'lectern-demo-'));
const office = await openPressOffice();
await rehearse(office, folder, (line) => console.log(line));
console.log('$ lectern serve     # Ctrl-C ends it');
const served = spawn(
  process.execPath,
  [path.join(import.meta.dirname, '../bin/lectern.js'), 'serve'],
  { cwd: folder, stdio: 'inherit' },
);
process.on('SIGINT', () => {});
served.on('close', () => {
  void office.close().then(() => rm(folder, { recursive: true, force: true }));
});
