/** One file of an export of many: its path below the folder asked for, with `/`. */
export interface ExportFile {
  path: string;
  bytes: string | Uint8Array;
}
