import type { frame as original } from '../en/frame';
import type { Translation } from '../translation';

export const frame: Translation<typeof original> = {
  skip: 'Перейти до записів',
  siteTitle: 'Rapporteur: публічний реєстр дипломатії',
  main: 'Головна навігація',
  sections: {
    programmes: 'Програми',
    issues: 'Питання',
    statements: 'Заяви',
    sources: 'Джерела',
    articles: 'Статті',
    changes: 'Зміни',
    positions: 'Позиції',
    commitments: 'Зобов’язання',
    actors: 'Учасники',
    events: 'Події',
    corrections: 'Виправлення',
  },
  search: {
    form: 'Увесь реєстр',
    label: 'Пошук у реєстрі',
    button: 'Шукати',
  },
  language: 'Мова',
  footer: {
    lead: 'Публічний реєстр того, про що домовлено, хто це сказав і де це записано.',
    records: 'Записи',
    who: 'Хто і де',
    evidence: 'Докази',
    past: 'Читати станом на минулу дату',
    data: 'Відкриті дані',
  },
  asOf: {
    label: 'Станом на',
    today: 'сьогодні',
    title: 'Прочитати реєстр таким, яким він був',
    day: 'День',
    time: 'Час, UTC',
    button: 'Показати сторінку на цей момент',
    hint: 'Якщо час не вказано, береться кінець дня. Сторінка минулої дати показує тодішній зміст реєстру без пізніших виправлень.',
  },
  past: {
    label: 'Ви читаєте минулий стан реєстру',
    text: 'Ви читаєте реєстр станом на <when></when>.',
    another: 'Вибрати іншу дату',
    back: 'Повернутися до сьогодні',
    clock: 'Що було опубліковано на той момент',
    today: 'Сьогодні',
    version: 'Версія {version}',
    change: 'Зміна {change}',
  },
};
