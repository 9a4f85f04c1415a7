import { z } from 'zod';
import { flatExchange, flatTranscript, flatTurnLine } from '../model/flat.ts';
import { transcript } from '../model/transcript.ts';

/** What a line of each table is, by the table's name; the schemas hold the words of the codebook. */
export const lines = {
  exchanges: flatExchange,
  turns: flatTurnLine,
  transcripts: flatTranscript,
};

const tableNames = ['exchanges', 'turns', 'transcripts'] as const;

/** The JSON Schemas (draft 2020-12) of the tables' lines and of a transcript's tree, by name. */
export function jsonSchemas(): Record<string, object> {
  const schemas = Object.entries({ ...lines, transcript });
  return Object.fromEntries(schemas.map(([name, schema]) => [name, z.toJSONSchema(schema)]));
}

/** A field of a table, described. */
export interface Field {
  name: string;
  /** By the names of Data Package's table schema. */
  type: 'string' | 'integer' | 'boolean' | 'date' | 'array';
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
  const tables = tableNames.map((name) => {
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
  return `${['# Codebook', ...tables].join('\n\n')}\n`;
}

function typeOf({ type, format, anyOf }: z.core.JSONSchema.BaseSchema): Field['type'] {
  const [first] = anyOf ?? [];
  if (first && typeof first === 'object') return typeOf(first);
  if (type === 'string') return format === 'date' ? 'date' : 'string';
  if (type === 'integer' || type === 'boolean' || type === 'array') return type;
  return 'string';
}
