import type { Archive } from './archive.ts';
import type { Names } from './names.ts';
import type { Outlet } from './outlet.ts';
import type { Person } from './person.ts';
import type { Transcript, Turn } from './transcript.ts';

/** What the archive's lists call those who speak: by the names as printed, in every language. */
export class Naming {
  readonly #lists: Pick<Archive, 'people' | 'outlets' | 'institutions'>;
  readonly #people = new Map<string, Person>();

  constructor(lists: Pick<Archive, 'people' | 'outlets' | 'institutions'>) {
    this.#lists = lists;
    for (const person of lists.people.values()) {
      for (const name of [...Object.values(person.names), ...person.aliases]) {
        this.#people.set(`${person.institution}/${name}`, person);
      }
    }
  }

  /** Who a name on one of an institution's pages is, if people.yaml knows. */
  person(name: string, institution: string): Person | null {
    return this.#people.get(`${institution}/${name}`) ?? null;
  }

  /** A speaker's names; as printed in every language where people.yaml has none. */
  speaker(name: string, institution: string): Names {
    return this.person(name, institution)?.names ?? inAll(name);
  }

  /** The outlet that a question's label was resolved to. */
  outlet(turn: Turn | undefined): Outlet | null {
    return (turn?.outlet && this.#lists.outlets.get(turn.outlet)) || null;
  }

  /** An institution's names; its id where institutions.yaml has none. */
  institution({ institution }: Pick<Transcript, 'institution'>): Names {
    return this.#lists.institutions.get(institution)?.names ?? inAll(institution);
  }
}

const inAll = (name: string): Names => ({ 'zh-Hans': name, en: name });
