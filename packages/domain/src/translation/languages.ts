import { z } from 'zod';

/** The languages that the record can be translated into. Their tags (BCP 47) stand in addresses and never change. */
export const languages = ['uk', 'hu', 'fr', 'de'] as const;
export type Language = (typeof languages)[number];

export const language = z.enum(languages);

/** What a language is called: in English, and by those who speak it. */
export const languageNames = {
  uk: { english: 'Ukrainian', own: 'Українська' },
  hu: { english: 'Hungarian', own: 'Magyar' },
  fr: { english: 'French', own: 'Français' },
  de: { english: 'German', own: 'Deutsch' },
} as const satisfies Record<Language, { english: string; own: string }>;
