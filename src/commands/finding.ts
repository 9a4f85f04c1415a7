/** What one look found: `bad` must be mended, `odd` should be known. */
export interface Finding {
  is: 'good' | 'odd' | 'bad';
  said: string;
  /** The command or step that mends it. */
  mend?: string;
}

/** Nothing to do. */
export const good = (said: string): Finding => ({ is: 'good', said });
/** To be known. */
export const odd = (said: string, mend: string): Finding => ({ is: 'odd', said, mend });
/** To be mended. */
export const bad = (said: string, mend: string): Finding => ({ is: 'bad', said, mend });
