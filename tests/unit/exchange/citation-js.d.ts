/** Citation.js, as far as the tests use it: it has no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string, options?: { readonly forceType?: string });
    /** CSL-JSON. */
    readonly data: readonly object[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
