/** Whether a text is an origin (RFC 6454): scheme, host and port as browsers write them, without a path or a slash at the end. */
export const isOrigin = (text: string): boolean =>
  /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** What to say where a setting is no origin. `example` is what it may look like. */
export const notAnOrigin = (example: string): string =>
  `must be an origin such as ${example}, without a path or a slash at its end`;
