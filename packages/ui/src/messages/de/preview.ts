import type { preview as original } from '../en/preview';
import type { Translation } from '../translation';

export const preview: Translation<typeof original> = {
  title: 'Vorschau: {title}',
  label: 'Dies ist eine Vorschau',
  lead: 'Vorschau, nicht veröffentlicht.',
  version:
    'Dies ist Fassung {version}, wie Leser sie sähen: {standing, select, approved {freigegeben} other {noch nicht freigegeben}}.',
  translation:
    'Dies ist Fassung {version} der Übersetzung ({language}), wie Leser sie sähen: {standing, select, approved {freigegeben} other {noch nicht freigegeben}}. Das Original ist öffentlich.',
  may: 'Sie kann sich ändern oder nie veröffentlicht werden.',
  terms: 'Bitte nicht zitieren und nicht weitergeben. Diese Adresse gilt längstens bis <when></when>.',
  comes: 'Verlauf und dauerhafte Adresse dieser Fassung kommen mit ihrer Veröffentlichung.',
};
