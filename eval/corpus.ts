import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { decode } from '../src/capture/decode.ts';
import {
  bytesOf,
  captureTypes,
  readCaptureHead,
  readRecordContent,
} from '../src/capture/read-record.ts';
import { readWarc } from '../src/capture/read-warc.ts';
import { outlets } from '../src/model/outlet.ts';
import { source } from '../src/model/source.ts';
import { type Parsed, parse } from '../src/parse/index.ts';
import { outletIndex } from '../src/parse/outlet.ts';
import type { Page, ParseContext } from '../src/parse/page.ts';
import { profileOf } from '../src/parse/profile-of.ts';

/** The clone. */
export const root = path.resolve(import.meta.dirname, '..');

/** Path of a file of the corpus, which lies beside the clone; throws where it is missing. */
export function inCorpus(name: string): string {
  const file = path.join(root, '../shared/corpus', name);
  if (existsSync(file)) return file;
  throw new Error(`Cannot measure without the real pages: expected ${file}`);
}

/** Every page of a WARC of the corpus, decoded, in file order; throws at the first damaged record. */
export async function pagesOf(name: string): Promise<Page[]> {
  const pages: Page[] = [];
  const onFault = ({ offset, reason }: { offset: number; reason: string }) => {
    throw new Error(`${name}:${offset}: ${reason}`);
  };
  for await (const record of readWarc(inCorpus(name), onFault)) {
    if (!captureTypes.has(record.type)) continue;
    const { url } = readCaptureHead(record);
    const content = readRecordContent(record);
    const { text } = decode(bytesOf(record, content), content.charset);
    pages.push({ url, mediaType: content.mediaType, text, path: url });
  }
  return pages;
}

/** The briefings of an archive of Markdown files, by path; `tar` must be installed. */
export function markdownOf(name: string): Page[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-eval-'));
  try {
    execFileSync('tar', ['-xzf', inCorpus(name), '-C', folder]);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) => {
        const text = readFileSync(path.join(folder, file), 'utf8');
        const url = /^source_url: *["']?([^"'\s]+)/m.exec(text)?.[1];
        if (url === undefined) throw new Error(`${file}: Expected a source_url, got none`);
        return { url, mediaType: 'text/markdown', text, path: file };
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Pages with what the parser makes of them as pages of a shipped source, by address. */
export function parseAll(pages: Page[], source: string): Map<string, Parsed> {
  const context = contextOf(source);
  return new Map(pages.map((page) => [page.url, parse(page, context)]));
}

/** What parsing a page of a shipped source needs to know. */
export function contextOf(id: string): ParseContext {
  const declared = source.parse(yamlAt(`content/sources/${id}.yaml`));
  const index = outletIndex(outlets.parse(yamlAt('content/outlets.yaml')));
  return { source: declared, profile: profileOf(declared), outlets: index };
}

/** The lines of a JSONL file, packed or not, each checked; the error names the line. */
export function linesOf<Line>(file: string, line: z.ZodType<Line>): Line[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .map((json, at) => ({ json, at: at + 1 }))
    .filter(({ json }) => json !== '')
    .map(({ json, at }) => {
      const read = line.safeParse(JSON.parse(json));
      if (read.success) return read.data;
      throw new Error(`${file}:${at}: ${read.error.issues[0]?.message ?? 'not as declared'}`);
    });
}

/** What a person read and wrote down, in tests/adjudicated; none where nobody has yet. */
export function adjudicated<Line>(name: string, line: z.ZodType<Line>): Line[] {
  const file = path.join(root, 'tests/adjudicated', name);
  return existsSync(file) ? linesOf(file, line) : [];
}

const yamlAt = (file: string): unknown => parseYaml(readFileSync(path.join(root, file), 'utf8'));
