declare module '@citation-js/core' {
  export const plugins: {
    input: {
      /** Reads any text that a plug-in knows into CSL-JSON. */
      chain<Read>(text: string, options: { generateGraph: boolean }): Read[];
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
