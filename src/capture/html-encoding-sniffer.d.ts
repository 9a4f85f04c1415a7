declare module 'html-encoding-sniffer' {
  /** WHATWG name of the encoding: BOM, transport layer, the first 1,024 bytes, `defaultEncoding`. */
  export default function sniff(
    bytes: Uint8Array,
    options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string },
  ): string;
}
