import { createTranslator, type Locale } from 'use-intl/core';
import { english, type Area, type Messages } from './messages/en';
import { heardSpeech, type Speech } from './speech';

export const speechOfOriginal: Speech = { language: 'en', locale: 'en-GB', messages: english };

/** The words of an area in the language of this page: `const t = text('frame'); t('skip')`. Call it while a component renders. */
export const text = <A extends Area>(area: A): Text<A> => textOf(heardSpeech() ?? speechOfOriginal, area);

export type Text<A extends Area> = ReturnType<typeof createTranslator<Messages, A>>;

const made = new Map<string, unknown>();

/** The words of an area as a language has them. */
export function textOf<A extends Area>({ language, locale, messages }: Speech, area: A): Text<A> {
  const key = `${language} ${area}`;
  const known = made.get(key);
  // An area is made once for each language, under its own key.
  if (known !== undefined) return known as Text<A>;
  const translator = createTranslator<Messages, A>({
    // An app may say of its own text that it has one locale; what is spoken here is none of its text.
    locale: locale as Locale,
    messages,
    namespace: area,
    timeZone: 'UTC',
  });
  made.set(key, translator);
  return translator;
}
