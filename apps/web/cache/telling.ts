import type { ServerResponse } from 'node:http';
import { problemWith } from '@rapporteur/api/public/rest/problem';
import type { FieldIssue } from '@rapporteur/domain/errors';
import { languageNamed, original, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { textIn } from '@rapporteur/ui/languages';
import { openToAll } from './cross-origin';
import { plainPage } from './plain-page';
import { securityHeaders } from './security-headers';
import { troubles, type Trouble } from './trouble';

/** Says what cannot be answered, and why: to people in the look of the site, to programs as a problem document. */
export class Telling {
  /**
   * @param page The page that tells of a trouble; without it a plain one does.
   * @param origin What the addresses begin with at which problems are explained.
   */
  constructor(
    private readonly page: (what: Trouble, language: SiteLanguage) => Buffer | undefined,
    private readonly origin: string,
  ) {}

  /** @param more Headers of this request alone, names and values in turn. */
  tell(response: ServerResponse, what: Trouble, wait = 0, detail?: string, more: readonly string[] = []): void {
    for (let at = 0; at < more.length; at += 2) response.setHeader(more[at] ?? '', more[at + 1] ?? '');
    const status = troubles[what];
    const language = languageAsked(response.req.url ?? '/');
    const t = textIn(language, 'pages');
    const [title, text] = [t(`trouble.${what}.title`), t(`trouble.${what}.text`)];
    const after = status === 503 ? 5 : wait;
    if (after > 0) response.setHeader('retry-after', String(after));
    this.plain(response, status, title, detail ?? text, undefined, this.page(what, language));
  }

  /** Says to a program where what it asks for is, and to people by a link. */
  lead(response: ServerResponse, location: string): void {
    response.setHeader('location', location);
    if (isForProgram(response)) return this.send(response, 308, json, { location });
    const link = { href: location, text: 'Go there' };
    this.plain(response, 308, 'Moved', 'This page has one address.', link);
  }

  /** Says that nothing is there, nor ever will be. */
  nothing(response: ServerResponse): void {
    const link = { href: '/', text: 'To the record' };
    this.plain(response, 404, 'Not found', 'There is nothing at this address.', link);
  }

  /** Says what of an address cannot be read; to programs, which of its parameters. */
  refuse(response: ServerResponse, reason: string, issues: readonly FieldIssue[] = []): void {
    if (!isForProgram(response)) return this.tell(response, 'unreadable', 0, reason);
    this.problem(response, { status: 400, title: 'Bad Request', detail: reason, issues });
  }

  plain(
    response: ServerResponse,
    status: number,
    title: string,
    text: string,
    link?: { href: string; text: string },
    page: Buffer = plainPage(title, text, link),
  ): void {
    if (isForProgram(response)) return this.problem(response, { status, title, detail: text });
    this.send(response, status, 'text/html; charset=utf-8', page);
  }

  private problem(response: ServerResponse, told: Parameters<typeof problemWith>[0]): void {
    const document = problemWith(told, this.origin, pathOf(response).slice(0, 1024));
    this.send(response, told.status, 'application/problem+json', document);
  }

  private send(response: ServerResponse, status: number, type: string, content: Buffer | object): void {
    const body = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
    const always = isForProgram(response) ? [...securityHeaders, ...openToAll] : securityHeaders;
    for (let at = 0; at < always.length; at += 2) response.setHeader(always[at] ?? '', always[at + 1] ?? '');
    response.setHeader('content-type', type);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-length', body.length);
    response.statusCode = status;
    response.end(body);
  }
}

const json = 'application/json; charset=utf-8';

const pathOf = ({ req }: ServerResponse): string => (req.url ?? '').split('?')[0] ?? '';

const isForProgram = (response: ServerResponse): boolean => /^\/(?:at\/[^/]*\/)?api\//.test(pathOf(response));

/** The language that a target names, whatever else is wrong with it. */
function languageAsked(target: string): SiteLanguage {
  const [, named] = /^(?:\/at\/\d{14})?\/([a-z]{2})(?=[/?]|$)/.exec(target) ?? [];
  return languageNamed(named) ?? original;
}
