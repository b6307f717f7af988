/** The headers that every answer carries, name and value in turn. Pages hold no inline script and no inline style. */
export const securityHeaders: readonly string[] = [
  'content-security-policy',
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options',
  'nosniff',
  'referrer-policy',
  'strict-origin-when-cross-origin',
  'x-frame-options',
  'DENY',
];
