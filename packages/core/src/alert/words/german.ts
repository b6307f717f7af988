import { daysIn } from './days';
import type { Wording } from './wording';

export const german: Wording = {
  day: daysIn('de-DE'),
  languages: 'de-DE',
  confirm: {
    subject: 'Bitte bestätigen: E-Mails vom Register',
    asked: (origin) =>
      `Jemand hat auf ${origin} darum gebeten, dass diese Adresse per E-Mail erfährt, was im Register neu ist.`,
    press: 'Wenn Sie das waren, öffnen Sie diese Seite und drücken Sie den Knopf. Der Link gilt zwei Tage:',
    ignore: 'Wenn nicht, tun Sie nichts. Sie bekommen keine E-Mails, und Ihre Adresse wird nach zwei Tagen vergessen.',
  },
  subject: (count) => `Neu im Register: ${count} ${count === 1 ? 'Änderung' : 'Änderungen'}`,
  whatIsNew: (name) => `Was neu ist: ${name}`,
  more: (shown, count) => `Das sind ${shown} von ${count}. Alle stehen hier:`,
  because: (day, origin, rhythm, name) =>
    `Sie bekommen dies, weil Sie am ${day} auf ${origin} bestätigt haben, dass Sie per E-Mail erfahren möchten (${
      rhythm === 'daily' ? 'einmal am Tag' : 'sofort'
    }), was neu ist: ${name}`,
  leave: 'Um diese E-Mails nicht mehr zu bekommen, und damit Ihre Adresse vergessen wird:',
  changes: {
    publish: 'Neu',
    correct: 'Berichtigung',
    update: 'Aktualisierung',
    withdraw: 'Zurückgezogen',
    merge: 'Zusammengeführt',
  },
  kinds: {
    source: 'Quelle',
    actor: 'Akteur',
    event: 'Ereignis',
    programme: 'Programm',
    issue: 'Streitfrage',
    statement: 'Äußerung',
    position: 'Position',
    commitment: 'Zusage',
    article: 'Artikel',
  },
  withdrawn: {
    source: 'Diese Quelle wurde zurückgezogen.',
    actor: 'Dieser Akteur wurde zurückgezogen.',
    event: 'Dieses Ereignis wurde zurückgezogen.',
    programme: 'Dieses Programm wurde zurückgezogen.',
    issue: 'Diese Streitfrage wurde zurückgezogen.',
    statement: 'Diese Äußerung wurde zurückgezogen.',
    position: 'Diese Position wurde zurückgezogen.',
    commitment: 'Diese Zusage wurde zurückgezogen.',
    article: 'Dieser Artikel wurde zurückgezogen.',
  },
  why: 'Warum: ',
  into: (title) => `Das gehört jetzt zu „${title}“.`,
  version: 'Diese Fassung: ',
  changed: 'Was sich geändert hat: ',
  page: 'Die Seite: ',
  names: {
    whole: 'das ganze Register',
    corrections: 'die Berichtigungen des Registers',
    aRecord: 'ein Eintrag',
    quoted: (title) => `„${title}“`,
    search: (question) => `die Suche „${question}“`,
    anySearch: 'eine Suche',
    withdrawn: 'ein zurückgezogener Eintrag',
    noStance: 'ohne Haltung',
    stances: {
      supports: 'befürwortet',
      opposes: 'lehnt ab',
      conditional: 'bedingt',
      abstains: 'enthält sich',
      joined_consensus: 'dem Konsens angeschlossen',
      blocked: 'blockiert',
      absent: 'abwesend',
    },
    year: (year) => `Jahr ${year}`,
    language: (name) => `Sprache: ${name}`,
    from: (day) => `ab ${day}`,
    until: (day) => `bis ${day}`,
  },
};
