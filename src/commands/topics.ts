import { z } from 'zod';
import { gather } from '../archive/gather.ts';
import { day } from '../model/names.ts';
import { topicLanguage } from '../model/topic.ts';
import { command, exitCodes } from './command.ts';
import { report } from './report.ts';
import { draft, propose } from './topics-suggest.ts';
import { test } from './topics-test.ts';
import { unknown } from './topics-unknown.ts';
import { why } from './topics-why.ts';

const actions = { why, test, suggest: propose, draft, unknown };
const isAction = (word: string): word is keyof typeof actions => Object.hasOwn(actions, word);

/** `lectern topics`: why an exchange is where it is, what a topic holds, what no topic holds yet. */
export const topics = command({
  usage: 'topics <action> [args...]',
  summary: 'explain, try out and suggest topics',
  details: [
    'why EXCHANGE…   the topics of an exchange, and the words that placed it there',
    'test [TOPIC…]   how many exchanges a topic places, its strongest and its weakest; without TOPIC, all counts',
    'suggest         phrases that are asked about more than elsewhere and that no topic looks for:',
    '                in one month than in all others, or, with --since, from a day on than before',
    'draft ID PHRASE…  a topic file to begin with, on standard output',
    'unknown         labels that ask and name no outlet of outlets.yaml',
  ].join('\n'),
  flags: [
    ['--since <day>', 'suggest: what is asked more from this day (YYYY-MM-DD) on than before'],
    ['--language <language>', 'suggest, draft: zh (the default) or en'],
    ['--limit <n>', 'suggest, unknown: lines to show (20)'],
    ['--json', 'print the result as JSON'],
  ],
  options: z.strictObject({
    since: day.optional(),
    language: topicLanguage.default('zh'),
    limit: z.coerce.number().int().positive().default(20),
    json: z.boolean().default(false),
  }),
  async run([action = '', ...args], { json, ...options }, context) {
    const { terminal } = context;
    if (!isAction(action)) {
      terminal.say(`Expected one of ${Object.keys(actions).join(', ')}, got \`${action}\``);
      return exitCodes.wrongUse;
    }
    const archive = action === 'draft' ? null : await gather(context.content);
    const answer = archive
      ? actions[action]({ args, archive, ...options })
      : draft({ args, ...options });
    if (typeof answer === 'string') {
      terminal.say(answer);
      return exitCodes.wrongUse;
    }
    if (json) terminal.print(JSON.stringify(answer.data));
    else for (const line of answer.lines) terminal.print(line);
    if (answer.lines.length === 0) terminal.say(`topics ${action}: nothing found`);
    return report(archive?.problems ?? [], context);
  },
});
