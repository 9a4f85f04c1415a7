import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../../files/write.ts';
import { instant } from '../../model/names.ts';

const pauses = z.record(z.string(), instant);

/** Path below content/: until when hosts asked to be left alone, by host. */
const path = 'captures/pauses.json';

/** What hosts asked for in earlier runs; nothing where there is no file or it is damaged. */
export async function readPauses(content: string): Promise<Map<string, string>> {
  const text = await readFile(join(content, path), 'utf8').catch(() => '{}');
  try {
    return new Map(Object.entries(pauses.parse(JSON.parse(text))));
  } catch {
    return new Map();
  }
}

/** Notes the pauses that are not over; without any, an absent file stays absent. */
export async function writePauses(
  content: string,
  all: Map<string, string>,
  now: Date,
): Promise<void> {
  const left = [...all].filter(([, until]) => Date.parse(until) > now.getTime()).sort();
  const file = join(content, path);
  const before = await readFile(file, 'utf8').catch(() => '{}\n');
  const text = `${JSON.stringify(Object.fromEntries(left), null, 2)}\n`;
  if (text === before) return;
  await writeWhole(file, text);
}
