import { createPublicContext } from '@rapporteur/api/public/context';
import { publicCaller } from '@rapporteur/api/public/router';
import { languageNamed, original, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { speak } from '@rapporteur/ui/languages';
import { standIn } from '@rapporteur/ui/site';
import { headers } from 'next/headers';
import { mailSender, siteOrigin } from '../env';

/** The instant this page is read at (ISO 8601), or null for today. Only the server in front can set it. */
export async function pageInstant(): Promise<string | null> {
  return (await headers()).get('x-rapporteur-as-of');
}

/**
 * The language that this page is read in, and what its components speak from then on, in the site that they then know.
 * Only the server in front can set it.
 */
export async function pageLanguage(): Promise<SiteLanguage> {
  const language = languageNamed((await headers()).get('x-rapporteur-language') ?? original) ?? original;
  speak(language);
  standIn({ origin: siteOrigin(), sendsMail: mailSender() !== null });
  return language;
}

/** Whether this page is a card, to stand in a frame. Only the server in front can say so. */
export async function isCard(): Promise<boolean> {
  return (await headers()).has('x-rapporteur-card');
}

/** The publication that this page must know of at least, or null for the newest. */
export async function pageVersion(): Promise<number | null> {
  const version = (await headers()).get('x-rapporteur-version');
  return version === null ? null : Number(version);
}

/** The public procedures, reading the record as it stands at the instant of this page. */
export async function publicApi(): Promise<ReturnType<typeof publicCaller>> {
  await pageLanguage();
  return publicCaller(createPublicContext({ asOf: await pageInstant(), version: await pageVersion() }));
}
