import type { evidence as original } from '../en/evidence';
import type { Translation } from '../translation';

export const evidence: Translation<typeof original> = {
  mark: 'Доказ {note}. {state}. {outlet}, {date}{role, select, contradicts {; суперечить} context {; подає контекст} other {}}',
  archived: 'в архіві: {date}',
  absent:
    'Уривка не знайдено. Прочитано повністю: {count, plural, one {# джерело} few {# джерела} many {# джерел} other {# джерела}}',
  none: 'без власного уривка',
  notes: {
    title: 'Уривки, на які спирається сторінка',
    kept: 'Кожен зберігається як архівна копія',
    whole: 'Увесь уривок, знаків: {count, number}',
    source: '{before}<cite></cite>; версія {version} з {versions}, в архіві: {when}',
    read: 'Читати в джерелі<hidden>, примітка {note}</hidden>',
    original: 'В оригіналі<hidden>, примітка {note}</hidden>',
  },
  card: {
    passage: 'Уривок',
    evidence: 'Доказ {note}',
    checked: 'перевірено: {when}',
    source: 'Джерело',
    outlet: 'Видання',
    noOutlet: 'Видання не названо',
    reporter: 'Репортер',
    noReporter: 'Репортера не названо',
    copy: 'Копія',
    version: 'версія {version} з {versions}, в архіві: {when}',
    read: 'Читати в джерелі',
    original: 'В оригіналі',
    sha: 'SHA-256 архівного тексту',
  },
  excerpt: {
    from: '{outlet}«<title></title>», {date}; версія {version} з {versions}.',
    open: 'Відкрити джерело на цьому уривку<hidden>, примітка {note}</hidden>',
  },
  source: {
    mark: 'Уривок {number}. {state}',
    nothing: 'Зараз на нього не спирається жоден опублікований запис.',
    others: 'і ще {count, number}<hidden>: спираються на уривок {number}</hidden>',
    more: 'та інші<hidden>: спираються на уривок {number}</hidden>',
    places:
      'Спирається {more, select, true {понад } other {}}{count, plural, one {# місце} few {# місця} many {# місць} other {# місця}}',
    paragraph: 'Абзац {number}',
    noneInUse: 'Жоден уривок цього тексту не використано.',
    inPart:
      '{marked, plural, one {# використаний уривок} few {# використані уривки} many {# використаних уривків} other {# використаного уривка}} у цій частині, з {count, number} у тексті.',
    firstMarked:
      'Використано {count, plural, one {# уривок} few {# уривки} many {# уривків} other {# уривка}} цього тексту; позначено перші {marked, number}.',
    inUse: 'Використано {count, plural, one {# уривок} few {# уривки} many {# уривків} other {# уривка}} цього тексту.',
    rights: 'Права дозволяють нам зберігати текст, але показувати лише цитовані слова.',
    what: 'Що спирається на кожен уривок',
  },
};
