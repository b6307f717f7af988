import type { SiteLanguage } from '@rapporteur/domain/translation/languages';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { hungarian } from './hungarian';
import { ukrainian } from './ukrainian';
import type { Wording } from './wording';

const wordings: Readonly<Record<SiteLanguage, Wording>> = {
  en: english,
  uk: ukrainian,
  hu: hungarian,
  fr: french,
  de: german,
};

export const wordingIn = (language: SiteLanguage): Wording => wordings[language];
