import { fetchOffice } from './fetch-office.ts';

/** A process to be killed: `content`, `origin` and, perhaps, the seconds of `fetchOffice`. */
const [content = '', origin = '', dead] = process.argv.slice(2);
process.exitCode = await fetchOffice(
  content,
  origin,
  dead === undefined ? undefined : Number(dead),
);
