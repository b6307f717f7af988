import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { endOfSecond, parseStamp, type Moment } from '@rapporteur/domain/instant';
import { languageNamed, original, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { decode, normaliseQuery } from './page-query';
import { isCall, isRest, longestOfAll as longest, longestValue, readRestQuery } from './rest-address';
import { isOnce } from './language';
import { isOfThePresent } from './present';

interface Place {
  /** What names the answer in the cache. */
  key: string;
  /** What the renderer is asked for: the address without its moment and its language. */
  path: string;
  language: SiteLanguage;
}

/** When it is read: at the end of the moment that is named, which begins before. All null for the record as it stands. */
interface Time {
  stamp: string | null;
  begins: Date | null;
  instant: Date | null;
}
const now = { stamp: null, begins: null, instant: null };

/** Where a request goes. */
export type Address =
  | (Place & Time & { to: 'page' | 'data' })
  | (Place & typeof now & { to: 'timegate'; page: string })
  | { to: 'asset'; key: string; path: string; immutable: boolean }
  | { to: 'preview'; token: string; language: SiteLanguage }
  | {
      to: 'alerts';
      page: string;
      language: SiteLanguage;
      act: 'ask' | 'confirm' | 'leave' | null;
      token: string | null;
    }
  | { to: 'health'; check: 'live' | 'ready' }
  | { to: 'redirect'; location: string }
  | { to: 'nowhere' }
  | { to: 'refused'; reason: string; issues?: readonly FieldIssue[] };

/** An address at which there is nothing and never will be: what it answers is what every such address answers. */
export const nowhere = '/nothing/is/ever/here';

/** Where the reference of the interface for programs is read. */
const referenceAt = '/api/v1/docs';

const longestPath = 1024;

/** Whether a call asks, alone or among others, what there is to download. */
const tellsOfExports = (path: string): boolean => /^\/api\/(?:trpc\/[^?]*export\.list|v1\/exports(?:\?|$))/.test(path);

/** Whether a page asks what time it is, or what has been made by now: what it answers may change while the record does not. */
export const asksTheClock = (path: string): boolean =>
  /^\/(?:at|compare)\?|^\/oembed\?.*[=F]at%2F/.test(path) ||
  path === '/news-sitemap.xml' ||
  path === '/data' ||
  tellsOfExports(path);

/** Whether a key is of an answer to a reader's own words or days, of which there are more than any cache can hold. */
export const isAsked = (key: string): boolean =>
  /^(?:\/at\/[^/?]+)?(?:\/[a-z]{2})?\/(?:search(?:\/feed\.[a-z]+)?\?|api\/|q\/|oembed\?|r\/[^/]+\/share\.png$|events\?|[^?]*\/(?:board|votes)\?)/.test(
    key,
  );

/** Whether a key is of an answer that programs ask for: they ask more at once than people do, and have a lane of their own. */
export const isForPrograms = (key: string): boolean =>
  /^(?:\/at\/[^/?]+)?(?:\/[a-z]{2})?\/(?:api\/|oembed\?|r\/[^/]+\/share\.png$)/.test(key);

/** Whether an answer is one of a page's without end: of a past, of a part, or that there is nothing. */
export const isVariant = (key: string, made?: { status: number }): boolean =>
  /^\/at\/|\?/.test(key) || made?.status === 404;

/** Whether the moment of an address has begun, at `now` in milliseconds since 1970: the end of its second or day may be to come. */
export const hasBegun = ({ begins }: { begins: Date | null }, now: number): boolean =>
  begins === null || begins.getTime() <= now;

/** Reads a request target (RFC 9112 §3.2). Only the origin form is answered, in one spelling per address. */
export function parseAddress(target: string): Address {
  if (target.length > longest) return { to: 'refused', reason: 'The address is too long.' };
  if (!target.startsWith('/') || target.startsWith('//'))
    return { to: 'refused', reason: 'The address is not a path of this site.' };
  if (/[^!-~]|#|^[^?]*[\\<>"]/.test(target))
    return { to: 'refused', reason: 'The address holds a character that must be encoded.' };
  const [rawPath = '', ...rest] = target.split('?');
  const segments = normaliseSegments(rawPath);
  if (segments === null) return { to: 'refused', reason: 'The address is not written as a path.' };
  const written = `/${segments.join('/')}`;
  if (written.length > longestPath) return { to: 'refused', reason: 'The address is too long.' };

  const secret = previewAddress(segments, rawPath) ?? alertAddress(segments, rest.join('?'), rawPath);
  if (secret !== null) return secret;

  const moved = settle(segments);
  if (moved !== null) return { to: 'redirect', location: moved + (rest.length === 0 ? '' : `?${rest.join('?')}`) };
  const [first, stamp] = segments;
  const second = first === 'at' && stamp !== undefined ? parseStamp(stamp) : null;
  const named: Moment | null = second && { begin: second, end: endOfSecond(second) };
  const below = named === null ? segments : segments.slice(2);
  const language = languageNamed(below[0]) ?? original;
  const path = `/${(language === original ? below : below.slice(1)).join('/')}`;
  const gated = segments[0] === 'timegate' ? pageBehind(segments.slice(1)) : path;
  const given = isRest(path) ? rest.join('?') : normaliseQuery(gated, rest.join('?'));
  if (given === null) return { to: 'refused', reason: 'The query cannot be read.' };
  const asked = askedOf(path, given, named);
  if (asked instanceof RapporteurError) return { to: 'refused', reason: asked.message, issues: asked.issues };
  const { query, moment } = asked;
  const key = written + asked.whole;
  if (rawPath !== '/' && rawPath.endsWith('/')) return { to: 'redirect', location: key };

  if (language !== original && isOnce(path)) return { to: 'nowhere' };
  if (named === null) {
    if (path === '/healthz') return { to: 'health', check: 'live' };
    if (path === '/readyz') return { to: 'health', check: 'ready' };
    const immutable = path.startsWith('/_next/static/');
    if (immutable || /^\/(?:assets\/.+|favicon\.ico|icon\.svg)$/.test(path))
      return { to: 'asset', key, path, immutable };
  }
  // The interface says itself what of it has no past.
  const isPast = (isRest(path) ? named : moment) !== null;
  if (isInternal(path) || (isPast && isOfThePresent(path))) return { to: 'nowhere' };
  if (segments[0] === 'timegate') {
    const page = (path.slice('/timegate'.length) || '/') + query;
    return { to: 'timegate', key: written, path, language, ...now, page };
  }
  // What people read of the interface for programs is a page of the site.
  if (path === referenceAt) return { to: 'page', key: written, path: '/reference', language, ...now };
  const to = path.startsWith('/api/') ? 'data' : 'page';
  const time = { stamp: named && (stamp ?? null), begins: moment?.begin ?? null, instant: moment?.end ?? null };
  return { to, key, path: path + query, language, ...time };
}

/** What is asked with the query of a path, and of which moment: programs may name one in the query as well. */
function askedOf(path: string, query: string, named: Moment | null): ReturnType<typeof readRestQuery> {
  if (isRest(path)) return readRestQuery(query, named, longestValue);
  if (isCall(path)) return readRestQuery(query.slice(1), named, longest);
  return { query, whole: query, moment: named };
}

/** The one address of what is named by more: the moment stands before the language, and the original names none. */
function settle([first, second, third, ...rest]: readonly string[]): string | null {
  const isPast = (name?: string, stamp?: string) => name === 'at' && stamp !== undefined && parseStamp(stamp) !== null;
  const path = (parts: readonly (string | undefined)[]) => `/${parts.filter((part) => part !== undefined).join('/')}`;
  if (isPast(first, second) && third === original) return path([first, second, ...rest]);
  if (languageNamed(first) === null) return null;
  const shown = first === original ? undefined : first;
  if (isPast(second, third)) return path([second, third, shown, ...rest]);
  return first === original ? path([second, third, ...rest]) : null;
}

/** The page whose states a gate leads to, without its language: what may be asked of it may be asked of the gate. */
const pageBehind = ([first, ...rest]: readonly string[]): string =>
  `/${(languageNamed(first) === null && first !== undefined ? [first, ...rest] : rest).join('/')}`;

/**
 * The address of a preview holds a secret: it becomes no key and no path, so that no cache and no log can hold it. What
 * is written like one, and is none, is answered like any address at which there is nothing.
 */
function previewAddress(segments: readonly string[], written: string): Address | null {
  const at = segments.indexOf('preview');
  const token = segments[at + 1] ?? '';
  const isToken = at >= 0 && /^[A-Za-z0-9_-]{43}$/.test(token);
  const language = at === 0 ? original : at === 1 && segments[0] !== original ? languageNamed(segments[0]) : null;
  if (isToken && language !== null && segments.length === at + 2 && !written.endsWith('/'))
    return { to: 'preview', token, language };
  if (!isToken && at !== 0) return null;
  return { to: 'page', key: nowhere, path: nowhere, language: original, ...now };
}

/**
 * Where readers ask for mail, confirm it, and leave. The links of mails hold a secret, which becomes no key and no path either.
 */
function alertAddress(segments: readonly string[], query: string, written: string): Address | null {
  const at = segments.indexOf('alerts');
  const [act, name = '', ...more] = segments.slice(at + 1);
  const isToken = at >= 0 && /^[A-Za-z0-9_-]{43}$/.test(name);
  const told = at === 1 ? languageNamed(segments[0]) : null;
  const language = told ?? original;
  const isFirst = at === 0 || (told !== null && told !== original);
  if (!isFirst && !isToken) return null;
  const there = isFirst && more.length === 0 && !written.endsWith('/');
  if (there && act === undefined) {
    const asked = normaliseQuery('/alerts', query);
    return asked === null
      ? { to: 'refused', reason: 'The query cannot be read.' }
      : { to: 'alerts', page: `/alerts${asked}`, language, act: 'ask', token: null };
  }
  if (there && isToken && (act === 'confirm' || act === 'leave')) {
    return { to: 'alerts', page: `/alerts/${act}`, language, act, token: name };
  }
  if (there && act === 'done' && /^[a-z]+$/.test(name)) {
    return { to: 'alerts', page: `/alerts/done/${name}`, language, act: null, token: null };
  }
  return { to: 'page', key: nowhere, path: nowhere, language: original, ...now };
}

/** Addresses the framework answers for itself (image optimiser, data and segment requests of its client router), and pages only the server asks for. */
function isInternal(path: string): boolean {
  return /^\/(?:_next|trouble|reference)(?:\/|$)|\.rsc$|\.segments(?:\/|$)|^\/(?:healthz|readyz|_not-found|_error|_global-error)$/.test(
    path,
  );
}

function normaliseSegments(path: string): string[] | null {
  const trimmed = path.replace(/^\//, '').replace(/\/$/, '');
  if (trimmed === '') return path === '/' ? [] : null;
  const segments: string[] = [];
  for (const raw of trimmed.split('/')) {
    const text = decode(raw);
    if (text === null || text === '' || text === '.' || text === '..' || /[\p{Cc}/\\?#]/u.test(text)) return null;
    segments.push(encode(text));
  }
  return segments;
}

/** One spelling per segment: what a path may hold unencoded (RFC 3986 §3.3) and links of this site use stays readable. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(40|2C|3A)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
