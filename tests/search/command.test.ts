import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gather } from '../../src/archive/gather.ts';
import { writeTranscripts } from '../../src/archive/transcripts.ts';
import type { Context, ExitCode } from '../../src/commands/command.ts';
import { search } from '../../src/commands/search.ts';
import { buildIndex } from '../../src/search/index-builder.ts';
import { madeUpArchive } from './made-up.ts';

const source = `id: cal-zh
institution: cal-press
names: { zh-Hans: 卡尔德米尔, en: Caldmere }
publisher: Caldmere Press Office
language: zh-Hans
timeZone: Asia/Shanghai
verified: true
urls: ["press.example/*"]
rights: { statement: made up, url: null, redistribute: "yes" }
dialect: chinese
`;
const institutions = `- id: cal-press
  names: { zh-Hans: 卡尔德米尔共和国新闻处, en: Caldmere Press Office }
  place: ZZ
`;

describe('lectern search', () => {
  let content = '';
  let output = '';

  before(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lectern-search-'));
    content = path.join(folder, 'content');
    output = path.join(folder, 'site');
    await mkdir(path.join(content, 'sources'), { recursive: true });
    await writeFile(path.join(content, 'sources/cal-zh.yaml'), source);
    await writeFile(path.join(content, 'institutions.yaml'), institutions);
    const archive = madeUpArchive([
      { date: '2030-05-02', question: '潮汐闸何时检修？', answer: '将于四月开始。' },
      { date: '2031-03-14', statement: '关于潮汐闸的通报。' },
      { date: '2031-03-14', question: '渡轮是否停航？', answer: '照常。' },
    ]);
    await writeTranscripts(content, archive.transcripts);
  });

  after(() => rm(path.dirname(content), { recursive: true }));

  async function run(words: string[], options: object = {}) {
    const printed: string[] = [];
    const said: string[] = [];
    const context: Context = {
      content,
      output,
      now: () => new Date(0),
      signal: new AbortController().signal,
      terminal: {
        print: (line) => void printed.push(line),
        say: (line) => void said.push(line),
        stream: async () => assert.fail('Expected lines, got a stream'),
        progress: () => ({ advance() {}, finish() {} }),
      },
    };
    const code: ExitCode = await search.run(words, search.options.parse(options), context);
    return { printed, said, code };
  }

  it('prints the total and the newest hits as one JSON object, with no site built', async () => {
    const { printed, code } = await run(['潮汐闸'], { json: true, limit: '1' });
    assert.equal(printed.length, 1);
    const { total, hits } = JSON.parse(printed.join());
    assert.equal(code, 0);
    assert.equal(total, 2);
    assert.deepEqual(
      hits.map(({ id, kind, url, date }: Record<string, string>) => ({ id, kind, url, date })),
      [
        {
          id: 'cal-zh/2031-03-14#s1',
          kind: 'statement',
          url: '/cal-zh/2031-03-14/#s1',
          date: '2031-03-14',
        },
      ],
    );
  });

  it('shows every hit in its context to people', async () => {
    const { printed } = await run(['潮汐闸']);
    assert.match(printed.join('\n'), /关于\[潮汐闸\]的通报/);
    assert.equal(printed[0], '2 of 3 exchanges and statements');
  });

  it('does not search the labels', async () => {
    const { printed } = await run(['问'], { json: true });
    assert.equal(JSON.parse(printed.join()).total, 0);
  });

  it('reads the built site where it is current, and only there', async () => {
    for (const { path: file, bytes } of buildIndex(await gather(content))) {
      await mkdir(path.dirname(path.join(output, file)), { recursive: true });
      await writeFile(path.join(output, file), bytes ?? '');
    }
    assert.match((await run(['渡轮'])).printed.join(), /\[渡轮\]/);
    await rm(path.join(output, 'search'), { recursive: true });
    await mkdir(path.join(output, 'search'));
    await writeFile(path.join(output, 'search/directory.json'), '{"version":2,"segments":[]}');
    assert.match((await run(['渡轮'])).printed.join(), /\[渡轮\]/);
  });

  it('says what is wrong with a query', async () => {
    const { said, printed } = await run(['date:14.3.2031', '？？']);
    assert.match(said.join('\n'), /date:2021-01-28/);
    assert.equal(said.length, 2);
    assert.equal(printed[0], '0 of 0 exchanges and statements');
  });
});
