import { z } from 'zod';

/** The languages that the record can be translated into. Their tags (BCP 47) stand in addresses and never change. */
export const languages = ['uk', 'hu', 'fr', 'de'] as const;
export type Language = (typeof languages)[number];

export const language = z.enum(languages);

/** The language that the record is written in. Addresses of its pages name no language. */
export const original = 'en';

/** Every language in which the site speaks to its readers. */
export const siteLanguages = [original, ...languages] as const;
export type SiteLanguage = (typeof siteLanguages)[number];

/** The language that the first part of a path names, or null. */
export const languageNamed = (part: string | undefined): SiteLanguage | null =>
  siteLanguages.find((each) => each === part) ?? null;

/** Where the site has a page in a language: `/uk/actors`, and `/actors` for the original. */
export const pathIn = (told: SiteLanguage, path: string): string =>
  told === original ? path : `/${told}${path.replace(/^\/(?=[?#]|$)/, '')}`;

/** What a language is called: in English, and by those who speak it. */
export const languageNames = {
  uk: { english: 'Ukrainian', own: 'Українська' },
  hu: { english: 'Hungarian', own: 'Magyar' },
  fr: { english: 'French', own: 'Français' },
  de: { english: 'German', own: 'Deutsch' },
} as const satisfies Record<Language, { english: string; own: string }>;

/** What those who speak a language of the site call it. */
export const ownNames: Readonly<Record<SiteLanguage, string>> = {
  en: 'English',
  uk: languageNames.uk.own,
  hu: languageNames.hu.own,
  fr: languageNames.fr.own,
  de: languageNames.de.own,
};
