import path from 'node:path';
import { z } from 'zod';
import { contactAddress, writtenAddress } from '../model/link.ts';
import { site } from '../model/site.ts';
import { type Context, command, type ExitCode, exitCodes } from './command.ts';
import { depend } from './depend.ts';
import { importCommand } from './import.ts';
import { parseCommand } from './parse.ts';
import { pathFromHere } from './report.ts';
import { foreignIn, samplePages, writeStarter } from './starter.ts';

const options = z.strictObject({
  title: z.string().min(1).default('Lectern'),
  language: site.shape.language.default('en'),
  url: writtenAddress.default('http://localhost:8080/'),
  contact: contactAddress.min(1).optional(),
  bare: z.boolean().default(false),
  install: z.boolean().default(true),
});

/** `lectern init`: a folder with all that an archive needs, and a made-up sample to look at. */
export const init = command({
  usage: 'init [dir]',
  summary: 'start an archive in an empty folder',
  details: [
    'Writes content/ with site.yaml, a starter taxonomy, the known outlets and one made-up ministry, a',
    'README, .gitignore, and workflows for GitHub and GitLab. What git and npm left there may stay.',
    'package.json and package-lock.json name this Lectern, so that the workflows get the same one.',
  ].join('\n'),
  flags: [
    ['--title <title>', 'what the archive is called'],
    ['--language <language>', 'the language of the site’s own words: en or zh-Hans'],
    ['--url <address>', 'where the site will be served'],
    [
      '--contact <address>',
      'where operators and readers can write to; needed before the first fetch',
    ],
    ['--bare', 'without the made-up ministry'],
    ['--no-install', 'leave Lectern out of package.json, and npm alone'],
  ],
  options,
  async run([dir = '.'], { title, language, url, contact, bare, install }, context) {
    const folder = path.resolve(dir);
    const foreign = await foreignIn(folder);
    if (foreign !== null) {
      context.terminal.say(
        `Expected an empty folder, got \`${pathFromHere(folder) || '.'}\` with \`${foreign}\` in it: give another`,
      );
      return exitCodes.wrongUse;
    }
    const both = { 'zh-Hans': title, en: title };
    const facts = site.parse({
      title: both,
      description: {
        'zh-Hans': '新闻发布会问答档案：按原样保存公开发布的记录。',
        en: 'An archive of press conferences: the published record as it was published.',
      },
      language,
      url,
      contact: contact ?? null,
    });
    await writeStarter(folder, facts, bare);
    if (!bare) await fill(folder, context);
    const named = install ? await nameProgram(folder, context) : exitCodes.done;
    const enter = folder === process.cwd() ? '' : `cd ${pathFromHere(folder)} && `;
    context.terminal.print(
      `${pathFromHere(folder) || '.'} is an archive. Next: ${enter}npx lectern serve`,
    );
    return named;
  },
});

/** Without npm's registry the archive stands all the same; only its workflows need the lockfile. */
async function nameProgram(folder: string, { terminal }: Context): Promise<ExitCode> {
  const progress = terminal.progress('writing package-lock.json', 0);
  try {
    await depend(folder);
    return exitCodes.done;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    terminal.say(
      `Cannot write package-lock.json without npm and its registry (${why}): run \`npm install\` with the address of Lectern in ${pathFromHere(folder) || '.'} before a workflow runs`,
    );
    return exitCodes.problems;
  } finally {
    progress.finish();
  }
}

const still = { advance: () => {}, finish: () => {} };

/** Import and parse the sample, quietly: its talk is about files that the reader has not met yet. */
async function fill(folder: string, context: Context): Promise<void> {
  const quiet = {
    ...context,
    content: path.join(folder, 'content'),
    terminal: { ...context.terminal, print: () => {}, say: () => {}, progress: () => still },
  };
  for (const { file, url } of samplePages) await importCommand.run([file], { url }, quiet);
  await parseCommand.run([], {}, quiet);
}
