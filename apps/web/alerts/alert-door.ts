import type { IncomingMessage } from 'node:http';
import { isSameOrigin } from '@rapporteur/api/public/origin';
import { askingForm } from '@rapporteur/domain/alert/asking';
import { original, pathIn, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { nowhere, type Address } from '../cache/address';
import type { Rendered } from '../cache/entry';
import { keepInLanguage } from '../cache/language';
import { OverloadError } from '../cache/page-cache';
import { isErrorShell, isUnfinished, stripScripts } from '../cache/scripts';
import { securityHeaders } from '../cache/security-headers';
import type { Trouble } from '../cache/trouble';
import { readForm } from './form';
import type { AlertRegister } from './register';

/** How many of these are answered at the same time: each is made for one reader, and may write. */
const atOnce = 8;

/** The most bytes that a form has: an address of mail, what it is about, and how often. */
const longestForm = 8 * 1024;

/** The headers of every answer: kept by nobody, found by nobody. Their address, which may hold a secret, no other site learns. */
export const alertHeaders: readonly string[] = [
  'content-type',
  'text/html; charset=utf-8',
  'cache-control',
  'private, no-store',
  'x-robots-tag',
  'noindex, nofollow, noarchive',
  ...securityHeaders.map((value, at) => (securityHeaders[at - 1] === 'referrer-policy' ? 'same-origin' : value)),
];

/** What a reader is answered. */
export type Outcome = { status: number; page: Buffer } | { seeOther: string } | { trouble: Trouble; wait: number };

export interface AlertParts {
  render: (path: string, language: SiteLanguage) => Promise<Rendered>;
  register: Pick<AlertRegister, 'ask' | 'confirm' | 'leave'>;
  /** How people reach the site: forms of other sites are refused. */
  origin: string;
  /** Whether this installation sends mail. */
  open: boolean;
}

type AlertAddress = Extract<Address, { to: 'alerts' }>;

/**
 * Where readers ask to be told by mail, confirm it, and leave. Looking changes nothing, because programs that check mail
 * follow its links: what changes something is a form. Nothing of it meets the cache of rendered pages.
 */
export class AlertDoor {
  private underway = 0;

  constructor(private readonly parts: AlertParts) {}

  /** Answers a request from a client's address. Throws {@link OverloadError} when busy. */
  async answer(address: AlertAddress, request: IncomingMessage, from: string): Promise<Outcome> {
    const posted = request.method === 'POST' ? await this.read(address, request) : null;
    if (posted !== null && 'trouble' in posted) return posted;
    if (this.underway >= atOnce) throw new OverloadError('too many alerts are asked for at once');
    this.underway += 1;
    try {
      return posted === null
        ? await this.show(address.page, address.language)
        : await this.act(address, posted.form, from);
    } finally {
      this.underway -= 1;
    }
  }

  /** Reads a form that may be taken. Whoever sends it slowly takes nobody's place meanwhile. */
  private async read(
    { act }: AlertAddress,
    request: IncomingMessage,
  ): Promise<{ form: Record<string, string> } | { trouble: Trouble; wait: number }> {
    // A program of mail has no page that it comes from: the secret in the address is the right to leave (RFC 8058).
    if (act !== 'leave' && !isSameOrigin(headersOf(request), this.parts.origin)) return { trouble: 'foreign', wait: 0 };
    const form = await readForm(request, longestForm);
    return form === null ? { trouble: 'unreadable', wait: 0 } : { form };
  }

  private async act(
    { act, token, language }: AlertAddress,
    form: Record<string, string>,
    from: string,
  ): Promise<Outcome> {
    if (act === 'leave' && token !== null) {
      await this.parts.register.leave(token);
      // Not a redirect, which such programs do not follow.
      return this.show('/alerts/done/left', language);
    }
    if (act === 'confirm' && token !== null) {
      const confirmed = await this.parts.register.confirm(token);
      return { seeOther: pathIn(language, `/alerts/done/${confirmed ? 'confirmed' : 'expired'}`) };
    }
    return this.ask(form, from, language);
  }

  private async ask(form: Record<string, string>, from: string, language: SiteLanguage): Promise<Outcome> {
    const back = pathIn(language, `/alerts?of=${encodeURIComponent(form['of'] ?? '/')}`);
    if (!this.parts.open) return { seeOther: back };
    const asked = askingForm.safeParse(form);
    if (!asked.success) {
      const wrong = asked.error.issues.some(({ path }) => path[0] !== 'email');
      return wrong ? { trouble: 'unreadable', wait: 0 } : { seeOther: `${back}&problem=email` };
    }
    const { of, email, rhythm } = asked.data;
    const about = await this.parts.render(`/alerts/about?of=${encodeURIComponent(of)}`, original);
    if (about.status !== 200) return { trouble: 'unreadable', wait: 0 };
    const wait = await this.parts.register.ask({ email, about: about.body.toString('utf8'), rhythm, language }, from);
    // Whatever is known of the address, and whatever becomes of it, this is the answer.
    return wait === null ? { seeOther: pathIn(language, '/alerts/done/asked') } : { trouble: 'asked', wait };
  }

  private async show(page: string, language: SiteLanguage): Promise<Outcome> {
    const there = await this.parts.render(page, language);
    // Of what is not there the framework may give a shell alone.
    const { status, body } = there.status === 404 ? await this.parts.render(nowhere, language) : there;
    const html = body.toString('utf8');
    if ((status !== 200 && status !== 404) || isErrorShell(html) || isUnfinished(html)) {
      throw new Error(`the renderer answered ${status} for a page of alerts`);
    }
    return { status, page: Buffer.from(keepInLanguage(stripScripts(html), language)) };
  }
}

function headersOf({ headers }: IncomingMessage): Headers {
  const kept = new Headers();
  for (const name of ['origin', 'sec-fetch-site']) {
    const value = headers[name];
    if (typeof value === 'string') kept.set(name, value);
  }
  return kept;
}
