import type { SiteLanguage } from '@rapporteur/domain/translation/languages';
import { german } from './messages/de';
import { french } from './messages/fr';
import { hungarian } from './messages/hu';
import { ukrainian } from './messages/uk';
import { speakIn, speaking, type Speech } from './speech';
import { speechOfOriginal, textOf, type Text } from './text';
import type { Area, Messages } from './messages/en';

// Kept apart from `text`, so that a browser that needs a few words of English does not get five languages.

/** That a translation has every message of the original its type says, and it is read by the same keys. */
const speech = (language: SiteLanguage, locale: string, messages: unknown): Speech => ({
  language,
  locale,
  messages: messages as Messages,
});

export const speeches: Readonly<Record<SiteLanguage, Speech>> = {
  en: speechOfOriginal,
  uk: speech('uk', 'uk-UA', ukrainian),
  hu: speech('hu', 'hu-HU', hungarian),
  fr: speech('fr', 'fr-FR', french),
  de: speech('de', 'de-DE', german),
};

/** Has the components of this page speak a language. */
export const speak = (language: SiteLanguage): void => speakIn(speeches[language]);

/** A text that components and names make up, in a language, for what is no page. */
export const saidIn = <T,>(language: SiteLanguage, make: () => T): T => speaking(speeches[language], make);

/** The words of an area in a language, for what is no page: feeds and plain answers. */
export const textIn = <A extends Area>(language: SiteLanguage, area: A): Text<A> => textOf(speeches[language], area);
