import type { lists as original } from '../en/lists';
import type { Translation } from '../translation';

export const lists: Translation<typeof original> = {
  count: {
    passage: '{count, plural, one {# уривок} few {# уривки} many {# уривків} other {# уривка}}',
    position:
      '{more, select, true {понад } other {}}{count, plural, one {# позиція} few {# позиції} many {# позицій} other {# позиції}}',
    statement:
      '{more, select, true {понад } other {}}{count, plural, one {# заява} few {# заяви} many {# заяв} other {# заяви}}',
    vote: '{more, select, true {понад } other {}}{count, plural, one {# голосування} few {# голосування} many {# голосувань} other {# голосування}}',
    event:
      '{more, select, true {понад } other {}}{count, plural, one {# подія} few {# події} many {# подій} other {# події}}',
    record:
      '{more, select, true {понад } other {}}{count, plural, one {# запис} few {# записи} many {# записів} other {# запису}}',
  },
  more: {
    position:
      'Найновіші {shown, number} з {more, select, true {понад } other {}}{count, plural, one {# позиції} few {# позицій} many {# позицій} other {# позиції}}. <all>Усі позиції</all>',
    statement:
      'Найновіші {shown, number} з {more, select, true {понад } other {}}{count, plural, one {# заяви} few {# заяв} many {# заяв} other {# заяви}}. <all>Усі заяви</all>',
    vote: 'Найновіші {shown, number} з {more, select, true {понад } other {}}{count, plural, one {# голосування} few {# голосувань} many {# голосувань} other {# голосування}}. <all>Усі голосування</all>',
    mention:
      'Найновіші {shown, number} з {more, select, true {понад } other {}}{count, plural, one {# згадки} few {# згадок} many {# згадок} other {# згадки}}. <all>Усі згадки</all>',
  },
  intro: {
    source: 'Документи, на які спирається реєстр; кожен зберігається як архівна копія з усіма використаними уривками.',
    actor: 'Держави, організації, органи та особи: що вони обстоюють і що сказали.',
    event: 'Зустрічі, пресконференції, саміти й голосування та що на них сказано.',
    programme: 'Про що домовлено, у якій формі та що прямо виключено.',
    issue: 'Питання, щодо яких учасники займають позиції.',
    statement: 'Хто що сказав, на якій посаді того дня і як ці слова дійшли до нас.',
    position: 'Що кожен учасник обстоює в певному питанні, зміна за зміною.',
    commitment: 'Хто, що і перед ким зобов’язався зробити та як далеко це просунулося.',
    article: 'Тексти редакції, у яких кожне твердження веде до уривка.',
  },
  none: 'У реєстрі немає',
  onRecord: {
    source: 'У реєстрі {count, plural, one {# джерело} few {# джерела} many {# джерел} other {# джерела}}',
    actor: 'У реєстрі {count, plural, one {# учасник} few {# учасники} many {# учасників} other {# учасника}}',
    event: 'У реєстрі {count, plural, one {# подія} few {# події} many {# подій} other {# події}}',
    programme: 'У реєстрі {count, plural, one {# програма} few {# програми} many {# програм} other {# програми}}',
    issue: 'У реєстрі {count, plural, one {# питання} few {# питання} many {# питань} other {# питання}}',
    statement: 'У реєстрі {count, plural, one {# заява} few {# заяви} many {# заяв} other {# заяви}}',
    position: 'У реєстрі {count, plural, one {# позиція} few {# позиції} many {# позицій} other {# позиції}}',
    commitment:
      'У реєстрі {count, plural, one {# зобов’язання} few {# зобов’язання} many {# зобов’язань} other {# зобов’язання}}',
    article: 'У реєстрі {count, plural, one {# стаття} few {# статті} many {# статей} other {# статті}}',
  },
  kindCount: {
    source: '{count, plural, one {джерело} few {джерела} many {джерел} other {джерела}}',
    actor: '{count, plural, one {учасник} few {учасники} many {учасників} other {учасника}}',
    event: '{count, plural, one {подія} few {події} many {подій} other {події}}',
    programme: '{count, plural, one {програма} few {програми} many {програм} other {програми}}',
    issue: '{count, plural, one {питання} few {питання} many {питань} other {питання}}',
    statement: '{count, plural, one {заява} few {заяви} many {заяв} other {заяви}}',
    position: '{count, plural, one {позиція} few {позиції} many {позицій} other {позиції}}',
    commitment: '{count, plural, one {зобов’язання} few {зобов’язання} many {зобов’язань} other {зобов’язання}}',
    article: '{count, plural, one {стаття} few {статті} many {статей} other {статті}}',
  },
  nothing: 'Тут нічого немає',
  nothingOfKind: {
    source: 'На цю дату в реєстрі немає жодного джерела. Це не висновок про світ: тут ще нічого не опубліковано.',
    actor: 'На цю дату в реєстрі немає жодного учасника. Це не висновок про світ: тут ще нічого не опубліковано.',
    event: 'На цю дату в реєстрі немає жодної події. Це не висновок про світ: тут ще нічого не опубліковано.',
    programme: 'На цю дату в реєстрі немає жодної програми. Це не висновок про світ: тут ще нічого не опубліковано.',
    issue: 'На цю дату в реєстрі немає жодного питання. Це не висновок про світ: тут ще нічого не опубліковано.',
    statement: 'На цю дату в реєстрі немає жодної заяви. Це не висновок про світ: тут ще нічого не опубліковано.',
    position: 'На цю дату в реєстрі немає жодної позиції. Це не висновок про світ: тут ще нічого не опубліковано.',
    commitment:
      'На цю дату в реєстрі немає жодного зобов’язання. Це не висновок про світ: тут ще нічого не опубліковано.',
    article: 'На цю дату в реєстрі немає жодної статті. Це не висновок про світ: тут ще нічого не опубліковано.',
  },
  nothingNarrowed: 'На цю дату в реєстрі немає учасника такого виду й регіону. Це не висновок про світ.',
  emptyPage: 'Ця сторінка переліку порожня.',
  list: 'Перелік: {kinds}',
  allOnRecord: '{kinds} у реєстрі',
  description: '{kinds} у реєстрі з уривками, на які вони спираються.',
  pages: 'Сторінки переліку',
  start: 'На початок',
  further: 'Далі',
  related: {
    nothing: 'На цю дату в реєстрі про це нічого немає.',
    statements: 'Заяви',
    positions: 'Позиції',
    mentions: 'Згадки',
    votes: 'Голосування',
    votesLead: 'Усі голосування, у яких вибір цього учасника є в реєстрі, спершу найновіші.',
    passage: 'Один уривок',
    tag: '{kind}, {list}',
    title: '{list}: {title}',
    description: {
      source: '{list} в реєстрі, усі: {title}.',
      actor: '{list} в реєстрі, усі: {title}.',
      event: '{list} в реєстрі, усі: {title}.',
      programme: '{list} в реєстрі, усі: {title}.',
      issue: '{list} в реєстрі, усі: {title}.',
      statement: '{list} в реєстрі, усі: {title}.',
      position: '{list} в реєстрі, усі: {title}.',
      commitment: '{list} в реєстрі, усі: {title}.',
      article: '{list} в реєстрі, усі: {title}.',
    },
    statementsOn: {
      actor: 'Усі заяви цього учасника або від його імені в реєстрі, від найновіших.',
      event: 'Усі заяви в реєстрі, зроблені там, від найновіших.',
      issue: 'Усі заяви в реєстрі з твердженням щодо цього питання, від найновіших.',
      programme: 'Усі заяви в реєстрі про цю програму, від найновіших.',
      other: 'До записів цього виду заяви не належать.',
    },
    statementsTitle: 'Заяви в реєстрі',
    positionsLead:
      'Усі відповідні позиції в реєстрі, від останньої зміненої. Учасник, якого немає в переліку, не має позиції в реєстрі; це не нейтралітет.',
    positionsTitle: 'Позиції в реєстрі',
    mentionsLead: 'Усі записи, що згадують цей, і де саме: кожен спосіб окремо, від найновіших.',
    mentionsTitle: 'Записи, що його згадують',
    passageLead: 'Уривок цього джерела та всі місця реєстру, що на нього спираються.',
    passageOpen: 'Відкрити джерело на цьому уривку',
    passageRests: 'Що на нього спирається',
    passageTitle: 'Уривок: {title}',
    passageDescription: '«{text}»: що спирається на цей уривок.',
  },
  home: {
    noProvision: 'Жодного положення в реєстрі ще немає.',
    moreProvisions: 'ще {count, number}',
    notMentioned: 'не згадано: {count, number}',
    contested:
      'Одна позначка на кожного учасника, чия позиція є в реєстрі. Учасник, якого не пораховано, не є нейтральним.',
    issue: 'Питання',
    positionsOnRecord: 'Позиції в реєстрі',
    positions: 'Позиції',
    latest: 'Остання зміна',
    none: 'У реєстрі немає',
  },
};
