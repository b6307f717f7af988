import type { card as original } from '../en/card';
import type { Translation } from '../translation';

export const card: Translation<typeof original> = {
  read: 'Im Register lesen',
  version: 'Fassung {version}, {when}',
  asOf: 'Stand des Registers: {when}',
  more: '{count, plural, one {# weitere Bestimmung} other {# weitere Bestimmungen}}',
  frame: '{title}: aus dem öffentlichen Register Rapporteur',
};
