import type { ServerResponse } from 'node:http';
import { languageNamed, original, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { textIn } from '@rapporteur/ui/languages';
import { openToAll } from './cross-origin';
import { plainPage, plainProblem } from './plain-page';
import { securityHeaders } from './security-headers';
import { troubles, type Trouble } from './trouble';

/** Says what cannot be answered, and why: to people in the look of the site, to programs as a problem document. */
export class Telling {
  /** @param page The page that tells of a trouble; without it a plain one does. */
  constructor(private readonly page: (what: Trouble, language: SiteLanguage) => Buffer | undefined) {}

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

  plain(
    response: ServerResponse,
    status: number,
    title: string,
    text: string,
    link?: { href: string; text: string },
    page: Buffer = plainPage(title, text, link),
  ): void {
    const [path = ''] = (response.req.url ?? '').split('?');
    const forProgram = /^\/(?:at\/[^/]*\/)?api\//.test(path);
    const body = forProgram ? plainProblem(status, title, text, path.slice(0, 1024)) : page;
    const always = forProgram ? [...securityHeaders, ...openToAll] : securityHeaders;
    for (let at = 0; at < always.length; at += 2) response.setHeader(always[at] ?? '', always[at + 1] ?? '');
    response.setHeader('content-type', forProgram ? 'application/problem+json' : 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-length', body.length);
    response.statusCode = status;
    response.end(body);
  }
}

/** The language that a target names, whatever else is wrong with it. */
function languageAsked(target: string): SiteLanguage {
  const [, named] = /^(?:\/at\/\d{14})?\/([a-z]{2})(?=[/?]|$)/.exec(target) ?? [];
  return languageNamed(named) ?? original;
}
