import { expect, inject, test } from 'vitest';
import { database } from '../database';
import { addPerson, cookieOf } from '../people';
import { recordPages } from '../site/addresses';

// Case E07 of the security catalogue: what every answer of the site and of the desk carries, and what none gives away.

const { desk, site } = inject('product');
const db = database();

interface Policy {
  [directive: string]: string[];
}
const readPolicy = (text: string): Policy =>
  Object.fromEntries(
    text.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/);
      return [name, values];
    }),
  );

/** What the rules of the Mozilla Observatory say is wrong with the headers of an answer, and what else we promise. */
function faultsOf(headers: Headers): string[] {
  const found: string[] = [];
  const say = (wrong: boolean, what: string) => wrong && found.push(what);
  const policy = readPolicy(headers.get('content-security-policy') ?? '');
  const scripts = policy['script-src'] ?? policy['default-src'] ?? ["'unsafe-inline'"];
  say(
    scripts.some((source) => /unsafe|^https?:$|^[*]$|^data:/.test(source)),
    'the policy lets scripts in',
  );
  say((policy['style-src'] ?? ["'unsafe-inline'"]).includes("'unsafe-inline'"), 'the policy lets styles in');
  say(!(policy['object-src'] ?? policy['default-src'])?.includes("'none'"), 'the policy lets objects in');
  for (const directive of ['base-uri', 'frame-ancestors'])
    say(!policy[directive]?.includes("'none'"), `the policy has no ${directive}`);
  say(!policy['form-action']?.includes("'self'"), 'forms may go elsewhere');
  say(headers.get('x-content-type-options') !== 'nosniff', 'types may be guessed');
  say(
    !/^(no-referrer|same-origin|strict-origin)/.test(headers.get('referrer-policy') ?? ''),
    'addresses are told elsewhere',
  );
  for (const name of ['x-powered-by', 'server', 'x-aspnet-version', 'x-nextjs-cache', 'x-nextjs-prerender'])
    say(headers.has(name), `${name} is told`);
  say(headers.has('access-control-allow-origin'), 'other sites may read this');
  say(headers.has('access-control-allow-credentials'), 'other sites may read this as whoever looks at them');
  for (const cookie of headers.getSetCookie())
    say(
      !/; HttpOnly/i.test(cookie) || !/; SameSite=(Lax|Strict)/i.test(cookie),
      `a cookie is open: ${cookie.split('=')[0]}`,
    );
  return found;
}

const asked: [string, string][] = [
  ...Object.values(recordPages).map((path): [string, string] => [site, path]),
  [site, '/'],
  [site, '/programmes/never-there'],
  [site, '/programmes/%'],
  [site, `/preview/${'x'.repeat(43)}`],
  [site, '/at/20231130120000/programmes'],
  [site, '/api/trpc/status.get?input=%7B%7D'],
  [site, '/assets/evidence.js'],
  [desk, '/'],
  [desk, '/sign-in'],
  [desk, '/sign-in/forgotten'],
  [desk, '/invitation?token=x'],
  [desk, '/nothing/at/all'],
  [desk, '/api/trpc/user.me?input=%7B%7D'],
  [desk, '/audit/file?format=csv'],
  [desk, '/records/act_none'],
];

test.each(asked)('%s%s carries what it should, and tells no version', async (origin, path) => {
  const answer = await fetch(origin + path, { redirect: 'manual' });
  // What programs read is for all of them, and says so.
  const forPrograms = origin === site && path.startsWith('/api/');
  expect(faultsOf(answer.headers)).toEqual(forPrograms ? ['other sites may read this'] : []);
  const text = await answer.text();
  expect(text).not.toMatch(
    /<meta name="generator"|next(?:\.js)?[/@ ]\d+\.\d+|node_modules|\bat .+[.](?:ts|js|mjs):\d+/i,
  );
});

test('methods that nobody needs are refused by both', async () => {
  for (const [origin, method] of [
    [site, 'POST'],
    [site, 'DELETE'],
    [site, 'OPTIONS'],
    [desk, 'DELETE'],
    [desk, 'PUT'],
  ] as const) {
    const answer = await fetch(`${origin}/`, { method, headers: { origin: 'https://evil.example' } });
    expect([403, 405], `${method} ${origin}`).toContain(answer.status);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('scripts of both come without their sources', async () => {
  const person = await addPerson(db, 'editor');
  const cookie = await cookieOf(db, person, desk);
  const pages = [
    await fetch(`${desk}/`, { headers: { cookie } }),
    await fetch(`${desk}/sign-in`),
    await fetch(site + recordPages.programme),
  ];
  const scripts = new Set<string>();
  for (const page of pages) {
    const origin = new URL(page.url).origin;
    for (const [, src = ''] of (await page.text()).matchAll(/<script[^>]+src="([^"]+[.]js[^"]*)"/g))
      scripts.add(origin + src);
  }
  expect(scripts.size).toBeGreaterThan(5);
  for (const script of scripts) {
    expect(await (await fetch(script)).text(), script).not.toContain('sourceMappingURL');
    const map = script.replace(/[.]js.*$/, '.js.map');
    expect((await fetch(map)).status, map).toBe(404);
  }
});

test('an answer that carries less would be noticed', () => {
  const headers = new Headers({
    'content-security-policy': "script-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
    'x-powered-by': 'Next.js',
    'set-cookie': 'session=x; Path=/',
  });
  expect(faultsOf(headers)).toEqual([
    'the policy lets scripts in',
    'the policy lets styles in',
    'the policy lets objects in',
    'the policy has no base-uri',
    'forms may go elsewhere',
    'types may be guessed',
    'addresses are told elsewhere',
    'x-powered-by is told',
    'a cookie is open: session',
  ]);
});
