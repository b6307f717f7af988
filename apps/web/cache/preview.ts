import { original, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import type { Rendered } from './entry';
import { keepInLanguage } from './language';
import { OverloadError } from './page-cache';
import { isErrorShell, isUnfinished, stripScripts } from './scripts';
import { securityHeaders } from './security-headers';

/** How many previews are made at the same time: whoever has a link must not take the site from its readers. */
const atOnce = 4;

/** The headers of a preview: kept by nobody, found by nobody, and its address told to nobody. */
export const privateHeaders: readonly string[] = [
  'content-type',
  'text/html; charset=utf-8',
  'cache-control',
  'private, no-store',
  'x-robots-tag',
  'noindex, nofollow, noarchive',
  ...securityHeaders.map((value, at) => (securityHeaders[at - 1] === 'referrer-policy' ? 'no-referrer' : value)),
];

/** Too many tokens were tried that do not work. */
export class GuessedError extends Error {
  /** `wait` says in how many seconds another may be tried. */
  constructor(readonly wait: number) {
    super('too many previews were guessed at');
  }
}

/** Previews of unpublished revisions. They never meet the cache of rendered pages. */
export class Previews {
  private underway = 0;

  /**
   * `render` asks the renderer for the preview of a token, framed in a language; `guess` counts one that did not work, and answers in how many
   * seconds another may be tried, or null.
   */
  constructor(
    private readonly render: (token: string, language: SiteLanguage) => Promise<Rendered>,
    private readonly guess: (from: string) => Promise<number | null>,
  ) {}

  /**
   * The page for whoever holds a token; null where the token does not work. Throws {@link OverloadError} when busy, and
   * {@link GuessedError} where too many that do not work came from there: one that works is shown all the same, so that
   * nobody keeps others from it.
   */
  async page(token: string, from: string, language: SiteLanguage = original): Promise<Buffer | null> {
    if (this.underway >= atOnce) throw new OverloadError('too many previews are being made');
    this.underway += 1;
    try {
      const { status, body } = await this.render(token, language);
      const html = body.toString('utf8');
      if (status === 404) {
        const wait = await this.guess(from);
        if (wait !== null) throw new GuessedError(wait);
        return null;
      }
      if (status !== 200 || isErrorShell(html) || isUnfinished(html)) {
        throw new Error(`the renderer answered ${status} for a preview`);
      }
      return Buffer.from(keepInLanguage(stripScripts(html), language));
    } finally {
      this.underway -= 1;
    }
  }
}
