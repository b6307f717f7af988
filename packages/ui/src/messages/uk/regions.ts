import type { regions as original } from '../en/regions';
import type { Translation } from '../translation';

export const regions: Translation<typeof original> = {
  label: 'Регіон',
  all: 'Увесь світ',
  source:
    'Регіони — це географічні регіони Організації Об’єднаних Націй (M49), за кодом ISO 3166-1 у реєстрі. Вони кажуть, де місце лежить, а не чиє воно.',
  unplacedPositions:
    'Пропущено {count, plural, one {# позицію} few {# позиції} many {# позицій} other {# позиції}}: для {count, plural, one {її учасника} few {їхніх учасників} many {їхніх учасників} other {їхніх учасників}} у реєстрі немає коду, а регіон ніколи не вгадують.',
  withoutCode: 'Учасники без такого коду не мають регіону, і тут їх немає: регіон ніколи не вгадують.',
  none: 'Без регіону: у реєстрі немає коду ISO 3166-1, який би його мав.',
  form: 'Які учасники в переліку',
  type: 'Вид',
  anyType: 'Усі види',
  show: 'Показати цих учасників',
};
