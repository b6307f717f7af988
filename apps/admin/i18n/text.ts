import { createTranslator } from 'next-intl';
import { locale, messages, type Area, type Messages } from './messages';

/**
 * The text of an area, for components that render on the server: `const t = text('queue'); t('title')`.
 * Client components use `useTranslations('queue')` below a `Words` that hands them their area.
 */
export function text<A extends Area>(area: A): Text<A> {
  return createTranslator<Messages, A>({ locale, messages, namespace: area, timeZone: 'UTC' });
}
export type Text<A extends Area> = ReturnType<typeof createTranslator<Messages, A>>;
