/**
 * The most that a page may ask of the machine. The largest page of the corpus has 1,055 elements, 16
 * deep, with 11 attributes at most on one; a sitemap of 50,000 addresses has 250,000 elements.
 */
export const pageLimits = {
  /** Bytes, encodings undone. */
  bytes: 16 << 20,
  /** Elements, comments and instructions. */
  nodes: 300_000,
  /** Elements around each other: recursive walks must not overflow the call stack. */
  depth: 1000,
  /** The depths of all elements together: looking up from each of them to the page costs that much. */
  volume: 4_000_000,
  /** Attributes of one element. */
  attributes: 1000,
  /** Elements of SVG and MathML that end without a tag: htmlparser2 takes the square of their number. */
  unclosed: 10_000,
} as const;

/** A page that asks for more than {@link pageLimits}, of what, and the offset in its text where it does. */
export class TooMuch extends Error {
  readonly of: keyof typeof pageLimits;
  readonly offset: number;

  constructor(of: keyof typeof pageLimits, reason: string, offset = 0) {
    super(reason);
    this.of = of;
    this.offset = offset;
  }
}

const foreign = new Set(
  'svg math mi mo mn ms mtext annotation-xml foreignobject desc title'.split(' '),
);

/** What builds a tree of a page, or looks at its tags, as htmlparser2 tells it what it reads. */
interface MarkupHandler {
  onparserinit(parser: Position): void;
  onreset(): void;
  onend(): void;
  onerror(error: Error): void;
  onopentag(name: string, attribs: Record<string, string>): void;
  onclosetag(name: string, isImplied: boolean): void;
  ontext(data: string): void;
  oncomment(data: string): void;
  oncommentend(): void;
  oncdatastart(): void;
  oncdataend(): void;
  onprocessinginstruction(name: string, data: string): void;
}

interface Position {
  startIndex: number;
  endIndex: number;
}

/**
 * The same handler, told only what a page may hold: at the first place where there is more,
 * {@link TooMuch} is thrown, so that no tree of it is built. Whatever builds a tree of a page reads it
 * through this.
 */
export function metered(handler: Partial<MarkupHandler>): MarkupHandler & { onattribute(): void } {
  let position: Position = { startIndex: 0, endIndex: 0 };
  let nodes = 0;
  // The page itself is the outermost.
  let depth = 1;
  let volume = 0;
  let attributes = 0;
  let unclosed = 0;
  const most = (kind: keyof typeof pageLimits, count: number, of: string) => {
    if (count <= pageLimits[kind]) return;
    const reason = `Expected at most ${pageLimits[kind]} ${of}, got one more`;
    throw new TooMuch(kind, reason, position.startIndex);
  };
  const node = () => {
    nodes += 1;
    most('nodes', nodes, 'elements and comments');
  };
  return {
    onparserinit(parser) {
      position = parser;
      handler.onparserinit?.(parser);
    },
    onattribute() {
      attributes += 1;
      most('attributes', attributes, 'attributes of an element');
    },
    onopentag(name, attribs) {
      attributes = 0;
      depth += 1;
      volume += depth;
      node();
      most('depth', depth, 'elements around each other');
      most('volume', volume, 'elements around all elements together');
      handler.onopentag?.(name, attribs);
    },
    onclosetag(name, isImplied) {
      depth -= 1;
      if (isImplied && foreign.has(name)) unclosed += 1;
      most('unclosed', unclosed, 'unclosed drawings and formulas');
      handler.onclosetag?.(name, isImplied);
    },
    ontext: (data) => handler.ontext?.(data),
    oncomment(data) {
      node();
      handler.oncomment?.(data);
    },
    oncommentend: () => handler.oncommentend?.(),
    oncdatastart() {
      node();
      handler.oncdatastart?.();
    },
    oncdataend: () => handler.oncdataend?.(),
    onprocessinginstruction(name, data) {
      node();
      handler.onprocessinginstruction?.(name, data);
    },
    onreset: () => handler.onreset?.(),
    onend: () => handler.onend?.(),
    onerror: (error) => handler.onerror?.(error),
  };
}

/** Throws {@link TooMuch} where a page has more bytes than one may have. */
export function checkPageSize(bytes: number): void {
  if (bytes <= pageLimits.bytes) return;
  throw new TooMuch('bytes', `Expected a page of at most ${pageLimits.bytes} bytes, got ${bytes}`);
}
