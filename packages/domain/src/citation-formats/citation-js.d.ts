declare module '@citation-js/core' {
  /** A list of CSL items, read from any format that a loaded plugin knows. Throws where it knows none. */
  export class Cite {
    constructor(input: unknown);
    data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
