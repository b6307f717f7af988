import type { card as original } from '../en/card';
import type { Translation } from '../translation';

export const card: Translation<typeof original> = {
  read: 'Читати в реєстрі',
  version: 'Версія {version}, {when}',
  asOf: 'Реєстр станом на {when}',
  more: 'Ще {count, plural, one {# положення} few {# положення} many {# положень} other {# положення}}',
  frame: '{title}: з публічного реєстру Rapporteur',
};
