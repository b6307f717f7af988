import type { card as original } from '../en/card';
import type { Translation } from '../translation';

export const card: Translation<typeof original> = {
  read: 'Lire dans le registre',
  version: 'Version {version}, {when}',
  asOf: 'État du registre au {when}',
  more: '{count, plural, one {# autre disposition} other {# autres dispositions}}',
  frame: '{title} : extrait du registre public Rapporteur',
};
