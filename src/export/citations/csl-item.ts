/** A thing to cite in CSL-JSON: those fields that our citations have. */
export interface CslItem {
  /** Id of the transcript or exchange. */
  id: string;
  type: 'webpage';
  /** Of the record, not of the citation. */
  language: string;
  /** Names as printed: which part is the family's is not known, so none is guessed. */
  author: CslName[];
  /** Who asks. */
  interviewer?: CslName[];
  title: string;
  genre: string;
  /** The archive. */
  'container-title': string;
  /** The institution that answers. */
  publisher: string;
  /** The day on which it was said. */
  issued: CslDate;
  /** The day on which the archive captured, or imported, these words. */
  accessed?: CslDate;
  /** Number, day and the first digits of the digest of the version. */
  version: string;
  note: string;
  URL?: string;
}

/** A name that no program may take apart. */
export interface CslName {
  literal: string;
}

/** Year, month and day. */
export interface CslDate {
  'date-parts': [number[]];
}
