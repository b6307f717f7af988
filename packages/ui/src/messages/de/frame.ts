import type { frame as original } from '../en/frame';
import type { Translation } from '../translation';

export const frame: Translation<typeof original> = {
  skip: 'Zum Inhalt springen',
  siteTitle: 'Rapporteur: das öffentliche Register der Diplomatie',
  main: 'Hauptnavigation',
  sections: {
    programmes: 'Programme',
    issues: 'Streitfragen',
    statements: 'Äußerungen',
    sources: 'Quellen',
    articles: 'Artikel',
    changes: 'Änderungen',
    positions: 'Positionen',
    commitments: 'Zusagen',
    actors: 'Akteure',
    events: 'Ereignisse',
    corrections: 'Berichtigungen',
  },
  search: {
    form: 'Das ganze Register',
    label: 'Das Register durchsuchen',
    button: 'Suchen',
  },
  language: 'Sprache',
  footer: {
    lead: 'Ein öffentliches Register dessen, was vereinbart wurde, wer es gesagt hat und wo es geschrieben steht.',
    records: 'Einträge',
    who: 'Wer und wo',
    evidence: 'Belege',
    past: 'Zu einem früheren Datum lesen',
    data: 'Offene Daten',
  },
  asOf: {
    label: 'Stand:',
    today: 'heute',
    title: 'Das Register in einem früheren Stand lesen',
    day: 'Tag',
    time: 'Uhrzeit (UTC)',
    button: 'Seite in diesem Stand lesen',
    hint: 'Ohne Uhrzeit gilt das Ende des Tages. Eine frühere Seite zeigt, was das Register damals sagte, ohne spätere Berichtigungen.',
  },
  past: {
    label: 'Sie lesen einen früheren Stand des Registers',
    text: 'Sie lesen das Register im Stand vom <when></when>.',
    another: 'Anderes Datum wählen',
    back: 'Zurück zu heute',
    clock: 'Was bis dahin veröffentlicht war',
    today: 'Heute',
    version: 'Version {version}',
    change: 'Änderung {change}',
  },
};
