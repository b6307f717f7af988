import { siteLanguages, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import type { Rendered } from './entry';
import { keepInLanguage } from './language';
import { isErrorShell, isUnfinished, stripScripts } from './scripts';

/** What a reader is told when no page can be shown, and the status that says it to programs. */
export const troubles = {
  away: {
    status: 503,
    title: 'The record is not answering',
    text: 'This page could not be read just now. Nothing is lost: the record and all its versions are kept. Try again in a minute.',
  },
  busy: {
    status: 503,
    title: 'Too many pages are asked for at once',
    text: 'This page has to wait its turn, and the wait was too long. Try again in a few seconds.',
  },
  guessed: {
    status: 429,
    title: 'Too many previews were tried',
    text: 'From where you are, many addresses of previews were tried that do not work. Check the link that you were given, and try again in a quarter of an hour.',
  },
  failed: {
    status: 500,
    title: 'This page could not be made',
    text: 'The fault is on our side and has been noted. The record itself is unharmed, and every other page of it can be read.',
  },
  future: {
    status: 400,
    title: 'That moment has not come yet',
    text: 'The record can be read as it stood at any moment up to now. Choose an earlier one.',
  },
  unreadable: {
    status: 400,
    title: 'This address cannot be read',
    text: 'It holds something that no address of this site holds. Check it, or start from the home page.',
  },
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
