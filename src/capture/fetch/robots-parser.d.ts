/** The package's own declarations describe a CommonJS default that Node does not give to ESM. */
declare module 'robots-parser' {
  export default function robotsParser(
    url: string,
    text: string,
  ): {
    isAllowed(url: string, name?: string): boolean | undefined;
    getCrawlDelay(name?: string): number | undefined;
  };
}
