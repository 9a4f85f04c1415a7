/** A regular expression as its alternatives, sequences and repetitions. */
export type Piece =
  /** One character; `set` is an expression for it alone. */
  | { kind: 'set'; set: string }
  | { kind: 'sequence'; pieces: Piece[] }
  | { kind: 'either'; pieces: Piece[] }
  | { kind: 'repeat'; piece: Piece; least: number; most: number }
  /** Something before or behind: asked for at each place, as a pattern of its own. */
  | { kind: 'look'; piece: Piece };

/** Reads a regular expression that is valid under the flag `u`. */
export function readPattern(source: string): Piece {
  const reader = new PatternReader(source);
  return reader.either();
}

const none: Piece = { kind: 'sequence', pieces: [] };
const escaped =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u.{4}|x..|c.|k<[^>]*>|[1-9]\d*|.)/suy;
const characterClass = /\[(?:\\.|[^\]\\])*\]/suy;
const quantifier = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/uy;

class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  either(): Piece {
    const pieces = [this.#sequence()];
    while (this.#take(/\|/uy)) pieces.push(this.#sequence());
    return { kind: 'either', pieces };
  }

  #sequence(): Piece {
    const pieces: Piece[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at)))
      pieces.push(this.#repeated(this.#piece()));
    return { kind: 'sequence', pieces };
  }

  #piece(): Piece {
    if (this.#take(/\^|\$|\\[bB]/uy)) return none;
    if (this.#take(/\(\?<?[=!]/uy)) return { kind: 'look', piece: this.#group() };
    if (this.#take(/\((?:\?:|\?<[^>]+>)?/uy)) return this.#group();
    const set = this.#take(characterClass) ?? this.#take(escaped) ?? this.#take(/./suy);
    const text = set?.[0] ?? '';
    // What a group said again may be anything.
    return { kind: 'set', set: /^\\(?:k<|[1-9])/.test(text) ? '[^]' : text };
  }

  #group(): Piece {
    const piece = this.either();
    this.#take(/\)/uy);
    return piece;
  }

  #repeated(piece: Piece): Piece {
    const found = this.#take(quantifier);
    if (!found) return piece;
    const [, sign, least = '', comma, most] = found;
    if (sign !== undefined) {
      const from = sign === '+' ? 1 : 0;
      return { kind: 'repeat', piece, least: from, most: sign === '?' ? 1 : Infinity };
    }
    const upTo = comma ? (most === '' ? Infinity : Number(most)) : Number(least);
    return { kind: 'repeat', piece, least: Number(least), most: upTo };
  }

  #take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#source);
    if (found) this.#at = expression.lastIndex;
    return found;
  }
}
