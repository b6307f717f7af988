/** The npm package http-link-header has no types; tests read links back with it. */
declare module 'http-link-header' {
  export default class LinkHeader {
    /** Throws for what is no list of links. */
    static parse(text: string): { refs: ({ uri: string; rel: string } & Record<string, string>)[] };
  }
}
