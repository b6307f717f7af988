import { original } from '@rapporteur/domain/translation/languages';
import type { Address } from './address';
import { isCardPath, leadOutOfFrame } from './card';
import { Entry, type Rendered, type Stamp } from './entry';
import { addressIn, keepInLanguage } from './language';
import { isForEveryOrigin, openToAll } from './cross-origin';
import { headLinks } from './link-field';
import { keepInPast, pastAddress, timeLinks } from './memento';
import { hasStream } from './rest-address';
import { isUnfinished, stripScripts } from './scripts';
import { cardHeaders } from './security-headers';
import { protectionOf } from '../programs/reconciliation';

type Rendering = Extract<Address, { to: 'page' | 'data' | 'asset' | 'timegate' }>;

// Answers that say the same to everybody until the record changes. Errors of the renderer are never kept, so neither is
// a 207: one of its calls has failed, and may have failed for a moment only.
const lasting = new Set([200, 301, 302, 303, 307, 308, 404, 410]);
/** What the renderer never answers of itself but by a page: it says the same to everybody too. */
const saidByPages = 400;
const passed = ['content-disposition', 'content-language'];
// What the interface for programs says of its own answers.
const told = ['link', 'memento-datetime'];

const toldStatus = /<meta name="rapporteur-status" content="(400|410)"\s*\/?>/;

const forever = 'public, max-age=31536000, immutable';

/** Raised for a page that React left unfinished: half a page must not pass for a whole one. */
class UnfinishedPageError extends Error {}

/** Whether an answer may be kept and shown to others. */
export function mayKeep(status: number, isPage: boolean): boolean {
  return lasting.has(status) || (isPage && status === saidByPages);
}

/** The stamp of an answer: what is not there at a closed instant is kept for the version only, like every 404. */
export function stampFor(status: number, stamp: Stamp): Stamp | null {
  return typeof stamp === 'string' && stamp !== 'fixed' && status === 404 ? null : stamp;
}

/** Makes the public answer of what the renderer gave: its headers chosen, scripts gone, links kept in language and past. */
export function compose(address: Rendering, rendered: Rendered, stamp: Stamp): Entry {
  const contentType = rendered.headers['content-type'] ?? 'application/octet-stream';
  const past = address.to === 'asset' ? null : address.stamp;
  const language = address.to === 'asset' ? original : address.language;
  const headers = ['content-type', contentType];
  const forPrograms = address.to === 'data' && isForEveryOrigin(address.path);
  if (forPrograms) headers.push(...openToAll);
  // Caches that know no more than an answer says tell the two apart.
  if (hasStream(address)) headers.push('vary', 'accept');
  for (const name of forPrograms ? [...passed, ...told] : passed) {
    const value = rendered.headers[name];
    if (value !== undefined) headers.push(name, value);
  }
  // A card in a frame without an origin of its own is set in the letters of the site.
  if (contentType.startsWith('font/')) headers.push('access-control-allow-origin', '*');
  const location = rendered.headers['location'];
  if (location !== undefined) {
    const there = addressIn(language, location);
    headers.push('location', past === null || forPrograms ? there : pastAddress(there, past));
  }

  let { body, status } = rendered;
  let links: string[] = [];
  if (contentType.startsWith('text/html') && !forPrograms) {
    const html = body.toString('utf8');
    if (rendered.status === 200 && isUnfinished(html))
      throw new UnfinishedPageError(`the page ${address.path} is unfinished`);
    const stripped = stripScripts(html);
    // The framework cannot answer so from a page: a tombstone, or one that was asked for what cannot be, says it in its head.
    if (status === 200) status = Number(toldStatus.exec(html)?.[1] ?? status);
    links = headLinks(stripped);
    const spoken = keepInLanguage(stripped, language);
    const kept = past === null ? spoken : keepInPast(spoken, past);
    body = Buffer.from(isCard(address) ? leadOutOfFrame(kept) : kept);
  }
  headers.push(...(isCard(address) && (status === 200 || status === 410) ? cardHeaders : protectionOf(address.path)));
  // What is not there, or is elsewhere, is no state of the page.
  if (address.to === 'page' && (status === 200 || status === 410)) {
    if (address.instant !== null) headers.push('memento-datetime', address.instant.toUTCString());
    links = [...timeLinks(addressIn(language, address.path), address.instant !== null), ...links];
  }
  if (links.length > 0) headers.push('link', links.join(', '));
  return new Entry(stamp, status, headers, cacheControl(address, status), body, contentType);
}

const isCard = (address: Rendering): boolean => address.to === 'page' && isCardPath(address.path);

function cacheControl(address: Rendering, status: number): string {
  if (!mayKeep(status, address.to === 'page')) return 'no-store';
  if (address.to === 'asset') return status !== 200 ? 'no-store' : address.immutable ? forever : 'public, max-age=3600';
  // The past too: what rests in other caches could not be called back where the rights to a text are narrowed.
  return 'public, no-cache';
}
