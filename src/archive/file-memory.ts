import { statSync } from 'node:fs';
import type { Problem } from '../model/problem.ts';
import type { Report } from './yaml.ts';

/** What was read of a file, and the problems that were told. */
interface Remembered<Value> {
  stamp: string;
  value: Value;
  problems: Problem[];
}

/** A file changed so shortly ago may change again and look the same, by the clock of its file system. */
const tick = 2000;

/**
 * What files held when they were last read, for a process that reads an archive again and again. A file is
 * read anew when its size or times are others; a value is shared, so nobody may change it.
 */
export class FileMemory<Value> {
  readonly #known = new Map<string, Remembered<Value>>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** What `read` gives of a file; where it is the same as last time, what it gave and told then. */
  async recall(
    file: string,
    report: Report,
    read: (report: Report) => Promise<Value>,
  ): Promise<Value> {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false });
    const stamp = found ? `${found.size} ${found.mtimeNs} ${found.ctimeNs} ${found.ino}` : '';
    const known = this.#known.get(file);
    if (known?.stamp === stamp && found) {
      for (const problem of known.problems) report(problem);
      return known.value;
    }
    const problems: Problem[] = [];
    const value = await read((problem) => {
      problems.push(problem);
      report(problem);
    });
    if (found && Number(found.ctimeMs) < this.#now() - tick)
      this.#known.set(file, { stamp, value, problems });
    else this.#known.delete(file);
    return value;
  }
}
