import { siteLanguages, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import type { Rendered } from './entry';
import { keepInLanguage } from './language';
import { isErrorShell, isUnfinished, stripScripts } from './scripts';

/** The troubles for which no page can be shown, and the status that says each to programs. */
export const troubles = {
  away: 503,
  busy: 503,
  guessed: 429,
  asked: 429,
  foreign: 403,
  failed: 500,
  future: 400,
  unreadable: 400,
} as const;
export type Trouble = keyof typeof troubles;

export const isTrouble = (name: string): name is Trouble => Object.hasOwn(troubles, name);

/**
 * The pages that say so, in the look of the site. They are rendered once, before the first reader comes: when they are
 * needed, it may be because nothing can be rendered. They ask nothing of the database.
 */
export class TroublePages {
  private readonly made = new Map<string, Buffer>();

  /** Makes those that are missing. Rejects with the first that could not be made; a plain page does until it is. */
  async prepare(render: (path: string, language: SiteLanguage) => Promise<Rendered>): Promise<void> {
    for (const language of siteLanguages) {
      for (const what of Object.keys(troubles).filter(isTrouble)) {
        if (this.made.has(`${language} ${what}`)) continue;
        const { status, body } = await render(`/trouble/${what}`, language);
        const html = body.toString('utf8');
        if (status !== 200 || isErrorShell(html) || isUnfinished(html))
          throw new Error(`the page for "${what}" (${language}) could not be made (status ${status})`);
        this.made.set(`${language} ${what}`, Buffer.from(keepInLanguage(stripScripts(html), language)));
      }
    }
  }

  /** The page, or nothing where it has not been prepared. */
  page(what: Trouble, language: SiteLanguage): Buffer | undefined {
    return this.made.get(`${language} ${what}`);
  }
}
