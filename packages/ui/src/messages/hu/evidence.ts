import type { evidence as original } from '../en/evidence';
import type { Translation } from '../translation';

export const evidence: Translation<typeof original> = {
  mark: '{note}. bizonyíték. {state}. {outlet}, {date}.{role, select, contradicts { Cáfolja.} context { Hátteret ad.} other {}}',
  archived: 'archiválva: {date}',
  absent: 'Nincs ilyen részlet. {count, number} forrás végigolvasva',
  none: 'nincs saját részlete',
  notes: {
    title: 'A részletek, amelyeken ez az oldal alapul',
    kept: 'Mindegyikről archivált másolat készült',
    whole: 'A teljes részlet, {count, number} karakter',
    source: '{before}<cite></cite>; {versions} változatból a(z) {version}., archiválva: {when}',
    read: 'Olvasás a forrásban<hidden>, {note}. jegyzet</hidden>',
    original: 'Az eredetiben<hidden>, {note}. jegyzet</hidden>',
  },
  card: {
    passage: 'A részlet',
    evidence: '{note}. bizonyíték',
    checked: 'ellenőrizve: {when}',
    source: 'Forrás',
    outlet: 'Sajtóorgánum',
    noOutlet: 'A sajtóorgánum nincs megnevezve',
    reporter: 'Tudósító',
    noReporter: 'A tudósító nincs megnevezve',
    copy: 'Másolat',
    version: '{versions} változatból a(z) {version}., archiválva: {when}',
    read: 'Olvasás a forrásban',
    original: 'Az eredetiben',
    sha: 'Az archivált szöveg SHA-256 értéke',
  },
  excerpt: {
    from: '{outlet}„<title></title>”, {date}. {versions} változatból a(z) {version}.',
    open: 'A forrás megnyitása ennél a részletnél<hidden>, {note}. jegyzet</hidden>',
  },
  source: {
    mark: '{number}. részlet. {state}',
    nothing: 'Jelenleg egy nyilvános bejegyzés sem épül rá.',
    others: 'és még {count, number}<hidden>, amely a(z) {number}. részletre épül</hidden>',
    more: 'és továbbiak<hidden>, amelyek a(z) {number}. részletre épülnek</hidden>',
    places: '{more, select, true {Több mint } other {}}{count, number} hely épül rá',
    paragraph: '{number}. bekezdés',
    noneInUse: 'Ennek a szövegnek egyetlen részlete sincs felhasználva.',
    firstMarked: 'A szövegből {count, number} részlet van felhasználva; az első {marked, number} van megjelölve.',
    inUse: 'A szövegből {count, number} részlet van felhasználva.',
    rights: 'A jogok alapján a szöveget megőrizhetjük, de csak a hivatkozott szavakat mutathatjuk.',
    what: 'Mi épül az egyes részletekre',
  },
};
