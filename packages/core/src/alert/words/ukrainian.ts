import { daysIn } from './days';
import type { Wording } from './wording';

const plural = new Intl.PluralRules('uk');

export const ukrainian: Wording = {
  day: daysIn('uk-UA'),
  languages: 'uk-UA',
  confirm: {
    subject: 'Підтвердьте, будь ласка: пошта від реєстру',
    asked: (origin) => `Хтось попросив на ${origin} повідомляти на цю адресу, що нового в реєстрі.`,
    press: 'Якщо це були ви, відкрийте цю сторінку й натисніть кнопку. Посилання діє два дні:',
    ignore: 'Якщо це були не ви, нічого не робіть. Листів не буде, а адресу забудуть за два дні.',
  },
  subject: (count) =>
    `Нове в реєстрі: ${count} ${{ one: 'зміна', few: 'зміни' }[plural.select(count) as 'one' | 'few'] ?? 'змін'}`,
  whatIsNew: (name) => `Що нового: ${name}`,
  more: (shown, count) => `Тут ${shown} із ${count}. Усі вони тут:`,
  because: (day, origin, rhythm, name) =>
    `Ви отримали цей лист, бо ${day} підтвердили на ${origin}, що хочете дізнаватися поштою (${
      rhythm === 'daily' ? 'раз на день' : 'одразу'
    }), що нового: ${name}`,
  leave: 'Щоб більше не отримувати цих листів і щоб адресу було забуто:',
  changes: {
    publish: 'Нове',
    correct: 'Виправлення',
    update: 'Оновлення',
    withdraw: 'Відкликано',
    merge: 'Об’єднано',
  },
  kinds: {
    source: 'джерело',
    actor: 'учасник',
    event: 'подія',
    programme: 'програма',
    issue: 'питання',
    statement: 'заява',
    position: 'позиція',
    commitment: 'зобов’язання',
    article: 'стаття',
  },
  withdrawn: {
    source: 'Це джерело відкликано.',
    actor: 'Цього учасника відкликано.',
    event: 'Цю подію відкликано.',
    programme: 'Цю програму відкликано.',
    issue: 'Це питання відкликано.',
    statement: 'Цю заяву відкликано.',
    position: 'Цю позицію відкликано.',
    commitment: 'Це зобов’язання відкликано.',
    article: 'Цю статтю відкликано.',
  },
  why: 'Чому: ',
  into: (title) => `Тепер це частина запису «${title}».`,
  version: 'Ця версія: ',
  changed: 'Що змінилося: ',
  page: 'Сторінка: ',
  names: {
    whole: 'увесь реєстр',
    corrections: 'виправлення реєстру',
    aRecord: 'запис',
    quoted: (title) => `«${title}»`,
    search: (question) => `пошук «${question}»`,
    anySearch: 'пошук',
    withdrawn: 'відкликаний запис',
    noStance: 'без позиції',
    stances: {
      supports: 'підтримує',
      opposes: 'виступає проти',
      conditional: 'за певних умов',
      abstains: 'утримується',
      joined_consensus: 'приєднання до консенсусу',
      blocked: 'блокує',
      absent: 'без участі',
    },
    year: (year) => `рік ${year}`,
    language: (name) => `мова: ${name}`,
    from: (day) => `від ${day}`,
    until: (day) => `до ${day}`,
  },
};
