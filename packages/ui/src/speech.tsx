import type { SiteLanguage } from '@rapporteur/domain/translation/languages';
import { cache } from 'react';
import type { Messages } from './messages/en';

/** A language, the locale by whose rules it counts and orders, and its words. */
export interface Speech {
  language: SiteLanguage;
  locale: string;
  messages: Messages;
}

/** What is spoken in the rendering that is under way: React keeps it for one page, so no page hears another's language. */
const heard = cache((): { speech: Speech | null } => ({ speech: null }));

/** Says in which language the components of this page speak. Where nobody says so, and in browsers, it is the original. */
export function speakIn(speech: Speech): void {
  heard().speech = speech;
}

/** The speech of a text that is being made outside a rendering. */
let told: Speech | null = null;

/**
 * Makes a text, or several, in a language where nothing is rendered, as for a feed: React keeps nothing there. What makes it waits for
 * nothing, so no other request can speak meanwhile.
 */
export function speaking<T>(speech: Speech, make: () => T): T {
  const before = told;
  told = speech;
  try {
    return make();
  } finally {
    told = before;
  }
}

/** What was said, or null for the original. */
export const heardSpeech = (): Speech | null => told ?? heard().speech;

export const spokenLanguage = (): SiteLanguage => heardSpeech()?.language ?? 'en';
export const spokenLocale = (): string => heardSpeech()?.locale ?? 'en-GB';
