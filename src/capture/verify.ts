import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isOfLock } from '../files/lock.ts';
import type { CaptureRef } from '../model/capture.ts';
import { FileFault, faultOf, refusePointer, restore } from './file-fault.ts';
import { listWarcs } from './list-warcs.ts';
import { type ManifestLine, manifestPath, measure, readManifest } from './manifest.ts';
import type { OnFault } from './read-warc.ts';
import { readCaptures } from './store.ts';
import { halfWritten, leftovers } from './sweep.ts';

/** Something in the archive that is not as it was stored, and what mends it. */
export interface Finding {
  /** Path below content/. */
  path: string;
  /** Offset of the record, where the fault is inside a WARC. */
  offset?: number;
  reason: string;
  cure: string;
}

/** What a verification looked at and found. */
export interface Verification {
  warcs: number;
  captures: number;
  findings: Finding[];
}

/** A capture that a transcript names, and the transcript's path. */
export interface Reference extends Pick<CaptureRef, 'sha256' | 'url'> {
  by: string;
}

/**
 * Checks every byte of the captures: each WARC against its source's manifest, each record's lengths
 * and digests, each revisit's and each transcript's reference; and that no file is missing, left over
 * or unknown. Reads only; findings by path.
 */
export async function verify(content: string, references: Reference[]): Promise<Verification> {
  const findings: Finding[] = [];
  const warcs = await listWarcs(content);
  const sources = await sourceFolders(content);
  for (const source of sources) findings.push(...(await checkManifest(content, source, warcs)));
  findings.push(...(await checkFiles(content, warcs)));
  const held = new Set<string>();
  let captures = 0;
  const onFault: OnFault = ({ cure = restore, ...fault }) => {
    const isTold = findings.some((it) => it.path === fault.path && it.reason === fault.reason);
    if (!isTold) findings.push({ ...fault, cure });
  };
  for await (const { sha256, url } of readCaptures(content, undefined, onFault)) {
    captures += 1;
    held.add(`${sha256} ${url}`);
  }
  for (const { sha256, url, by } of references) {
    if (held.has(`${sha256} ${url}`)) continue;
    const reason = `Expected the capture ${sha256.slice(0, 12)} of ${url}, got none`;
    findings.push({
      path: by,
      reason,
      cure: 'restore captures/ from a backup; until then the transcript stays as it is',
    });
  }
  return { warcs: warcs.length, captures, findings: findings.sort(byPath) };
}

async function sourceFolders(content: string): Promise<string[]> {
  const found = await readdir(join(content, 'captures'), { withFileTypes: true }).catch(() => []);
  return found.filter((it) => it.isDirectory() && !isOfLock(it.name)).map(({ name }) => name);
}

async function checkManifest(content: string, source: string, warcs: string[]): Promise<Finding[]> {
  const path = manifestPath(source);
  let lines: ManifestLine[];
  try {
    lines = await readManifest(content, source);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return [{ path, reason, cure: restore }];
  }
  const known = new Set(lines.map((line) => line.path));
  const orphans = warcs
    .filter((warc) => warc.startsWith(`captures/${source}/`) && !known.has(warc))
    .map((warc) => ({
      path: warc,
      reason: `Expected a line in ${path}, got none`,
      cure: 'if the file is wanted, the next `lectern fetch` or `import` adds it; else delete it',
    }));
  const findings: Finding[] = [];
  for (const path of known) {
    const found = await Promise.all(
      lines.filter((line) => line.path === path).map((line) => checkLine(content, line)),
    );
    // After a merge two lines may be about a file that both sides made: it is one of the two.
    if (found.every((it) => it.length > 0)) findings.push(...(found[0] ?? []));
  }
  return [...findings, ...orphans];
}

async function checkLine(content: string, line: ManifestLine): Promise<Finding[]> {
  const { path } = line;
  try {
    await refusePointer(join(content, path));
    const now = await measure(content, path);
    if (now.bytes !== line.bytes) {
      throw new FileFault(`Expected ${line.bytes} bytes, got ${now.bytes}`, restore);
    }
    if (now.sha256 === line.sha256) return [];
    throw new FileFault('Expected the digest of the manifest, got another', restore);
  } catch (fault) {
    const { message: reason, cure } = faultOf(fault);
    return [{ path, reason, cure }];
  }
}

const stateFiles =
  /^captures\/(?:pauses\.json|[^/]+\/(?:manifest\.jsonl|dates\.jsonl|wanted\.json))$/;

async function checkFiles(content: string, warcs: string[]): Promise<Finding[]> {
  const all = await readdir(join(content, 'captures'), { recursive: true, withFileTypes: true })
    .then((found) => found.filter((it) => it.isFile()))
    .catch(() => []);
  const paths = all.map((it) => join(it.parentPath, it.name).slice(content.length + 1));
  const parts = new Set([...(await leftovers(content)), ...(await halfWritten(content))]);
  const known = new Set([...warcs, ...parts]);
  const strangers = paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !known.has(path) && !stateFiles.test(path))
    .filter((path) => !isOfLock(path.slice('captures/'.length)));
  return [
    ...[...parts].map((path) => ({
      path,
      reason: 'Expected finished files, got one of a run that was cut',
      cure: 'the next `lectern fetch` or `import` takes it up',
    })),
    ...strangers.map((path) => ({
      path,
      reason: 'Expected WARCs, manifests and lists of wanted pages, got another file',
      cure: 'move it out of captures/',
    })),
  ];
}

const byPath = (a: Finding, b: Finding): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
