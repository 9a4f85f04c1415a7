import { z } from 'zod';
import {
  flatExchange,
  flatOutlet,
  flatSource,
  flatTopic,
  flatTranscript,
  flatTurnLine,
} from '../model/flat.ts';
import { transcript } from '../model/transcript.ts';

/** What a line of each table is, by the table's name; the schemas hold the words of the codebook. */
export const lines = {
  exchanges: flatExchange,
  turns: flatTurnLine,
  transcripts: flatTranscript,
  sources: flatSource,
  topics: flatTopic,
  outlets: flatOutlet,
};

/** The tables that have fields, in the codebook's order. */
export const codebookTables = [
  'exchanges',
  'turns',
  'transcripts',
  'sources',
  'topics',
  'outlets',
] as const;

/** The JSON Schemas (draft 2020-12) of the tables' lines and of a transcript's tree, by name. */
export const jsonSchemas = (): Record<string, object> => schemasOf({ ...lines, transcript });

/** The JSON Schemas of what these describe, as it is written, by the same names. */
export const schemasOf = (described: Record<string, z.ZodType>): Record<string, object> =>
  Object.fromEntries(
    Object.entries(described).map(([name, schema]) => [name, z.toJSONSchema(schema)]),
  );

/** A field of a table, described. */
export interface Field {
  name: string;
  /** By the names of Data Package's table schema. */
  type: 'string' | 'integer' | 'boolean' | 'date' | 'array' | 'object';
  description: string;
}

/** The fields of a table in the order of its lines. */
export function fieldsOf(table: keyof typeof lines): Field[] {
  return Object.entries(lines[table].shape).map(([name, field]) => ({
    name,
    type: typeOf(z.toJSONSchema(field)),
    description: field.description ?? '',
  }));
}

/** The codebook as Markdown: every field of every table. */
export function codebook(): string {
  const tables = codebookTables.map((name) => {
    const rows = fieldsOf(name).map(
      (field) => `| \`${field.name}\` | ${field.type} | ${field.description} |`,
    );
    return [
      `## ${name}`,
      '',
      '| field | type | what it says |',
      '| --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  const trees = [
    '## trees',
    '',
    'Each line is a transcript whole, as the archive stores it: notes, stage directions, versions and',
    'captures, which the other tables leave out. `schema/transcript.json` describes it.',
  ].join('\n');
  return `${['# Codebook', ...tables, trees].join('\n\n')}\n`;
}

function typeOf({ type, format, anyOf }: z.core.JSONSchema.BaseSchema): Field['type'] {
  const [first] = anyOf ?? [];
  if (first && typeof first === 'object') return typeOf(first);
  if (type === 'string') return format === 'date' ? 'date' : 'string';
  if (type === 'integer' || type === 'boolean') return type;
  if (type === 'array' || type === 'object') return type;
  return 'string';
}
