const common: readonly string[] = [
  'x-content-type-options',
  'nosniff',
  'referrer-policy',
  'strict-origin-when-cross-origin',
];

/** The headers of a card: anybody may frame it, and there is nothing in it that runs, sends or frames. */
export const cardHeaders: readonly string[] = [
  'content-security-policy',
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *",
  'cross-origin-resource-policy',
  'cross-origin',
  ...common,
];

/** The headers that every other answer carries, name and value in turn. Pages hold no inline script and no inline style. */
export const securityHeaders: readonly string[] = [
  'content-security-policy',
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  ...common,
  'x-frame-options',
  'DENY',
];
