import type { ExportNames, Portion } from '../model/archive.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import type { Problem } from '../model/problem.ts';
import { placeBy, placer } from '../topics/place.ts';
import { withTerritories } from '../topics/territories.ts';
import { faultsOf, folded, repeatsNumbers } from './fitting.ts';
import { readLedgerFiles } from './ledger.ts';
import { readWritten } from './read.ts';
import { readTranscript, transcriptFile, transcriptFiles } from './transcripts.ts';
import { readVersionsOf } from './versions.ts';
import { partlyWithheld, type Withheld, withheldIn, withoutWithheld } from './withheld.ts';

/** An archive that is read a transcript after another, for what need not have it all in memory. */
export interface Portions {
  names: ExportNames;
  /** How many transcripts are stored, at most as many portions as that. */
  count: number;
  /** A portion for each transcript, by the date in its id, then id; what is withheld is left out. */
  read(): AsyncGenerator<Portion>;
  /** What could not be loaded or does not fit, as far as it was read. */
  problems(): Problem[];
}

/**
 * Opens a content folder to be read in portions: `gather` without what compares transcripts.
 *
 * Every topic is there, also those of territories that place nothing. Throws where the ledger cannot
 * be read, for it says what is withheld.
 */
export async function openPortions(content: string): Promise<Portions> {
  const { problems: found, ...written } = await readWritten(content);
  const { withheld, minted } = await readNumbered(content);
  const partly = partlyWithheld(withheld);
  const topics = withTerritories(written.topics);
  const homes = new Map([...written.institutions.values()].map(({ id, place }) => [id, place]));
  const circumstances = { byHand: written.handPlacements.map(({ value }) => value), homes };
  const placementsOf = placer(topics.values(), circumstances);
  const files = transcriptFiles(content).sort(byDateAndId);
  const problems: Problem[] = [];
  const stored = new Set(files);
  for (const file of minted) {
    if (!stored.has(file)) problems.push({ file, line: 1, column: 1, reason: lost });
  }
  return {
    names: { ...written, topics, withheld: withheld.ids },
    count: files.length,
    async *read() {
      for (const file of files) {
        const stored = await readTranscript(content, file, (problem) => {
          // It is not known what the file holds: an export without it would look whole.
          if (problem.fatal) throw new Error(`${file}: ${problem.reason}`);
          problems.push(problem);
        });
        const fitting = stored.filter((it) => {
          const faults = faultsOf(it, written);
          problems.push(...faults);
          return faults.length === 0 && !repeatsNumbers(it);
        });
        const ids = fitting.flatMap(({ id }) => (partly.has(id) ? id : []));
        const texts = await readVersionsOf(content, ids);
        const transcripts = withoutWithheld(fitting, withheld, texts);
        if (transcripts.length > 0)
          yield { transcripts, placements: placeBy(transcripts, placementsOf) };
      }
    },
    problems: () => [...found, ...folded(problems)],
  };
}

const lost =
  'Expected the transcript that the ledger minted an id for, got none; lectern parse writes it again';

/** What the ledger says is withheld, and the files of the transcripts that it minted ids for. */
async function readNumbered(content: string): Promise<{ withheld: Withheld; minted: Set<string> }> {
  const lines: LedgerEvent[] = [];
  const minted = new Set<string>();
  for await (const { events, problems } of readLedgerFiles(content)) {
    const [first] = problems;
    if (first) {
      const place = `${first.file}:${first.line}:${first.column}`;
      throw new Error(`Cannot tell what is withheld without the ledger: ${place} ${first.reason}`);
    }
    lines.push(...events.filter(({ event }) => event === 'withheld'));
    for (const { event, id } of events) if (event === 'transcript') minted.add(transcriptFile(id));
  }
  return { withheld: withheldIn(lines), minted };
}

/** `transcripts/<source>/<year>/<date>.json` in the order of an archive: by date, then by id. */
const byDateAndId = (a: string, b: string): number => compare(dated(a), dated(b));

function dated(file: string): string {
  const [, source = '', , name = ''] = file.replace(/\.json$/, '').split('/');
  return `${name.slice(0, 10)} ${source}/${name}`;
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
