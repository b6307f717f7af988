/**
 * Where to go on after signing in: a path of the desk itself, or its first page for anything else. What browsers would
 * read as another site (`//host`, `/\host`, a tab or line break inside, `/.//host`) is judged as they read it.
 */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2000 || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return '/';
  const base = new URL('http://desk.invalid');
  if (!URL.canParse(wanted, base)) return '/';
  const { origin, pathname, search } = new URL(wanted, base);
  if (origin !== base.origin || pathname.startsWith('//')) return '/';
  return pathname + search;
}
