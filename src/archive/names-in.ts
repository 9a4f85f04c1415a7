import type { Archive } from '../model/archive.ts';
import type { Exchange } from '../model/transcript.ts';
import { wordsOf } from '../model/words.ts';
import { comparable } from '../topics/comparable.ts';
import { territoriesIn } from '../topics/regions.ts';
import { scanner } from '../topics/scan.ts';
import { formsOf } from '../topics/territory-names.ts';

type Named = Pick<Archive, 'outlets' | 'people' | 'placements'>;

/**
 * What an exchange speaks of, as ids that do not depend on its language: outlets, people and
 * territories by every form of their names, and the topics it is placed under.
 */
export function namesIn({ outlets, people, placements }: Named) {
  const ids = new Map<string, string>();
  const put = (id: string, forms: Iterable<string>) => {
    for (const form of forms) if (form.length > 1) ids.set(comparable(form), id);
  };
  for (const territory of territoriesIn('001')) {
    put(`place ${territory}`, [...formsOf(territory, 'zh-Hans'), ...formsOf(territory, 'en')]);
  }
  for (const { id, names, short, aliases } of outlets.values()) {
    put(`outlet ${id}`, [...Object.values(names), ...Object.values(short ?? {}), ...aliases]);
  }
  for (const { id, names, aliases } of people.values()) {
    put(`person ${id}`, [...Object.values(names), ...aliases]);
  }
  const scan = scanner(ids.keys());
  return (exchange: Exchange): string[] => {
    const hits = scan(comparable(textOf(exchange)));
    const whole = hits.filter(
      (hit) =>
        !hits.some(
          (other) =>
            other.start <= hit.start &&
            hit.end <= other.end &&
            hit.phrase.length < other.phrase.length,
        ),
    );
    return [
      ...whole.flatMap(({ phrase }) => ids.get(phrase) ?? []),
      ...(placements.get(exchange.id) ?? []).map(({ topic }) => `topic ${topic}`),
    ];
  };
}

const textOf = ({ children }: Exchange): string =>
  children.flatMap((child) => (child.type === 'turn' ? wordsOf(child) : [])).join('\n');
