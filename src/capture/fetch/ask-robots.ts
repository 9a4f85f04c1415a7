import { undoEncodings } from '../http-response.ts';
import { type Failure, failure } from './codes.ts';
import type { Judge } from './judging.ts';
import { noRules, type Rules, readRules } from './robots.ts';
import { fieldOf, type Received } from './transport.ts';

const mostHops = 5;

/**
 * The rules of a host, or the failure that stands for "nothing may be fetched": RFC 9309 takes 4xx as
 * no rules and 5xx and silence as a complete ban; 429 counts with the latter. Redirects are followed
 * five times within the source's hosts, and bind the host that was asked first.
 */
export async function askRobots(
  origin: string,
  ask: (url: string) => Promise<Received | Failure>,
  judge: Judge,
): Promise<Rules | Failure> {
  let url = `${origin}/robots.txt`;
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const answer = await ask(url);
    if ('code' in answer) return rulesOfFailure(answer);
    if (answer.status >= 400) return noRules;
    if (answer.status < 300) {
      const rules = judge(url, () => rulesOf(origin, answer));
      return 'code' in rules ? rulesOfFailure(rules) : rules;
    }
    const location = fieldOf(answer, 'location');
    if (location === undefined || !URL.canParse(location, url)) break;
    url = new URL(location, url).href;
  }
  return unreachable('a redirect that leads nowhere');
}

function rulesOf(origin: string, answer: Received): Rules | Failure {
  try {
    const body = undoEncodings(answer.body, fieldOf(answer, 'content-encoding') ?? '');
    return readRules(origin, body);
  } catch {
    return unreachable('a damaged body');
  }
}

/** A refusal to show robots.txt (401, 403) is a 4xx like any other: no rules. */
function rulesOfFailure(failed: Failure): Rules | Failure {
  const { code, reason, status = 0, again } = failed;
  if (code === 'E_CLOCK') return failed;
  const absent = status >= 400 && status < 500 && !again;
  return absent ? noRules : unreachable(`${code}: ${reason}`);
}

const unreachable = (got: string): Failure =>
  failure('E_ROBOTS_UNREACHABLE', `Expected a robots.txt or its absence, got ${got}`);
