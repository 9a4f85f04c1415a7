import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

/** What is wrong with these values by a schema of tests/schemas, in words; null where nothing is. */
export function officially(name: string): (value: unknown) => string | null {
  const text = readFileSync(path.join(import.meta.dirname, '../schemas', `${name}.json`), 'utf8');
  // Of draft 4 one of them is by its own word, though it uses nothing that draft 7 changed.
  const { $schema: _, ...schema } = JSON.parse(text);
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  const fits = ajv.compile(schema);
  return (value) => (fits(value) ? null : ajv.errorsText(fits.errors));
}
