import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';

/** Files of a small, faultless content folder of the Republic of Caldmere, a state that does not exist. */
export const good = {
  'institutions.yaml':
    '- id: caldmere-press\n  names: {zh-Hans: 卡尔德米尔新闻局, en: Caldmere Press Office}\n  place: Caldmere\n',
  'sources/caldmere.yaml': [
    'id: caldmere',
    'institution: caldmere-press',
    'names: {zh-Hans: 卡尔德米尔, en: Caldmere}',
    'publisher: Caldmere Press Office',
    'language: en',
    'timeZone: Asia/Shanghai',
    'verified: true',
    'urls: [press.caldmere.example/briefings/*]',
    'rights: {statement: Free to use, url: null, redistribute: yes}',
    'dialect: english-colon',
    '',
  ].join('\n'),
  'outlets.yaml': [
    '- id: harbour-post',
    '  names: {zh-Hans: 港口邮报, en: The Harbour Post}',
    '  aliases: [The Post]',
    '  place: Caldmere',
    '  kind: newspaper',
    '- id: inland-wire',
    '  names: {zh-Hans: 内陆通讯社, en: Inland Wire}',
    '  aliases: [Wire]',
    '  place: Caldmere',
    '  kind: agency',
    '',
  ].join('\n'),
  'topics/harbour.md':
    '---\nid: harbour\nnames: {zh-Hans: 港口, en: The harbour}\nphrases: {zh: [港口], en: [harbour]}\n---\n\nShips and quays.\n',
  'corrections/caldmere/2031-05-06.yaml': [
    'url: https://press.caldmere.example/briefings/elsewhere',
    `captures: [${'a'.repeat(64)}]`,
    'reason: The page lost the label of its second question.',
    'blocks: [{starts: And the harbour, as: question}]',
    '',
  ].join('\n'),
  'pages/about.md': '---\ntitle: About\n---\n# About\n',
};

/** A new folder with these files in it, removed when the test file is done; a lone surrogate stands for a bad byte. */
export async function contentFolder(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'lectern-'));
  after(() => rm(root, { recursive: true, force: true }));
  // One level down, because what is worked out from it is kept beside it.
  const folder = path.join(root, 'content');
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text.includes('\u{dcff}') ? Buffer.from([0xff]) : text);
  }
  return folder;
}
