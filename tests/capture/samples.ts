/** What strict reading must find in a sample WARC: whole records, and the offset of each fault. */
export const samples: [file: string, records: number, faults: number[]][] = [
  ['example.warc', 6, []],
  ['example.warc.gz', 6, []],
  ['example-resource.warc.gz', 3, []],
  ['js-example-url-agnostic-revisit.warc.gz', 2, []],
  ['example-trunc.warc', 3, [1197]],
  ['example-wrong-chunks.warc.gz', 0, [0, 516, 1130]],
  ['example-bad-non-chunked.warc.gz', 5, [0, 0]],
  ['js-example-bad-length.warc', 4, [1197, 3370]],
];

/** Samples that are too many to be copied into the project. */
export const moreSamples: typeof samples = [
  ['example-bad.warc.gz.bad', 6, [0]],
  ['example-digest.warc', 4, []],
  ['example-iana.org-chunked.warc', 3, []],
  ['example-space-in-target-uri.warc.gz', 2, []],
  ['example-wget-bad-target-uri.warc.gz', 6, []],
  ['js-redirect.warc', 2, []],
  ['post-test.warc.gz', 6, []],
];
