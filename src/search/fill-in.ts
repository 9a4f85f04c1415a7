/** A phrase with its values put in, `%1` the first. */
export const fillIn = (phrase: string, values: (string | number)[]): string =>
  phrase.replace(/%(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));

/** Words of a query as a sentence repeats them: cut where they are long. */
export const quoted = (about: string): string =>
  about.length > 40 ? `${about.slice(0, 40)}…` : about;
