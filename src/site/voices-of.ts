import type { Exchange, Turn } from '../model/transcript.ts';

/** Who speaks first on either side; one that nobody asks, or answers, lacks that turn. */
interface Voices {
  asker?: Turn;
  answerer?: Turn;
}

const known = new WeakMap<Exchange, Voices>();

/** The first turn that asks, and the first that answers or states; a page asks for them a dozen times. */
export function voicesOf(exchange: Exchange): Voices {
  const voices = known.get(exchange) ?? firstOf(exchange);
  known.set(exchange, voices);
  return voices;
}

function firstOf(exchange: Exchange): Voices {
  const turns = exchange.children.filter((child) => child.type === 'turn');
  const asker = turns.find(({ kind }) => kind === 'question');
  const answerer = turns.find(({ kind }) => kind !== 'question');
  return { ...(asker && { asker }), ...(answerer && { answerer }) };
}
