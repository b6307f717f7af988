import type { lists as original } from '../en/lists';
import type { Translation } from '../translation';

export const lists: Translation<typeof original> = {
  count: {
    passage: '{count, plural, one {# Textstelle} other {# Textstellen}}',
    position: '{more, select, true {mehr als } other {}}{count, plural, one {# Position} other {# Positionen}}',
    statement: '{more, select, true {mehr als } other {}}{count, plural, one {# Äußerung} other {# Äußerungen}}',
    vote: '{more, select, true {mehr als } other {}}{count, plural, one {# Abstimmung} other {# Abstimmungen}}',
    event: '{more, select, true {mehr als } other {}}{count, plural, one {# Ereignis} other {# Ereignisse}}',
    record: '{more, select, true {mehr als } other {}}{count, plural, one {# Eintrag} other {# Einträge}}',
  },
  more: {
    position:
      'Die neuesten {shown, number} von {more, select, true {mehr als } other {}}{count, number} Positionen. <all>Alle Positionen</all>',
    statement:
      'Die neuesten {shown, number} von {more, select, true {mehr als } other {}}{count, number} Äußerungen. <all>Alle Äußerungen</all>',
    vote: 'Die neuesten {shown, number} von {more, select, true {mehr als } other {}}{count, number} Abstimmungen. <all>Alle Abstimmungen</all>',
    mention:
      'Die neuesten {shown, number} von {more, select, true {mehr als } other {}}{count, number} Erwähnungen. <all>Alle Erwähnungen</all>',
  },
  intro: {
    source: 'Die Dokumente, auf die sich das Register stützt, jedes als Archivkopie mit allen verwendeten Textstellen.',
    actor: 'Staaten, Organisationen, Gremien und Personen: was sie vertreten und was sie gesagt haben.',
    event: 'Treffen, Pressekonferenzen, Gipfel und Abstimmungen und was dort gesagt wurde.',
    programme: 'Was vereinbart wurde, in welcher Form, und was ausdrücklich ausgenommen ist.',
    issue: 'Die Fragen, zu denen Akteure Stellung beziehen.',
    statement: 'Wer was gesagt hat, in welcher Eigenschaft an diesem Tag, und wie die Worte zu uns kamen.',
    position: 'Was jeder Akteur in einer Streitfrage vertritt, Wendung für Wendung.',
    commitment: 'Wer wem was zugesagt hat und wie weit es gediehen ist.',
    article: 'Texte der Redaktion, in denen jede Aussage zu einer Textstelle führt.',
  },
  none: 'Keine im Register',
  onRecord: {
    source: '{count, plural, one {# Quelle} other {# Quellen}} im Register',
    actor: '{count, plural, one {# Akteur} other {# Akteure}} im Register',
    event: '{count, plural, one {# Ereignis} other {# Ereignisse}} im Register',
    programme: '{count, plural, one {# Programm} other {# Programme}} im Register',
    issue: '{count, plural, one {# Streitfrage} other {# Streitfragen}} im Register',
    statement: '{count, plural, one {# Äußerung} other {# Äußerungen}} im Register',
    position: '{count, plural, one {# Position} other {# Positionen}} im Register',
    commitment: '{count, plural, one {# Zusage} other {# Zusagen}} im Register',
    article: '{count, plural, other {# Artikel}} im Register',
  },
  kindCount: {
    source: '{count, plural, one {Quelle} other {Quellen}}',
    actor: '{count, plural, one {Akteur} other {Akteure}}',
    event: '{count, plural, one {Ereignis} other {Ereignisse}}',
    programme: '{count, plural, one {Programm} other {Programme}}',
    issue: '{count, plural, one {Streitfrage} other {Streitfragen}}',
    statement: '{count, plural, one {Äußerung} other {Äußerungen}}',
    position: '{count, plural, one {Position} other {Positionen}}',
    commitment: '{count, plural, one {Zusage} other {Zusagen}}',
    article: '{count, plural, other {Artikel}}',
  },
  sources: {
    parts: 'Die Teile eines Werks in ihrer Reihenfolge. Jeder ist eine eigene Quelle.',
    count: '{count, plural, one {# Teil} other {# Teile}}',
    all: 'Alle Quellen',
    form: 'Welche Quellen gezeigt werden',
    kind: 'Art',
    anyKind: 'Jede Art',
    publisher: 'Herausgeber',
    anyPublisher: 'Jeder Herausgeber',
    year: 'Jahr',
    show: 'Diese Quellen zeigen',
  },
  misfits: {
    title: 'Ein Teil dieser Adresse kann nicht gefragt werden.',
    left: 'Er wurde weggelassen. Alles andere ist, wie gefragt.',
    misfit:
      '{name, select, kind {„{value}“ ist keine Art von Eintrag.} stance {„{value}“ ist keine Haltung.} actor {„{value}“ ist die Kennung keines Akteurs.} issue {„{value}“ ist die Kennung keiner Frage.} programme {„{value}“ ist die Kennung keines Programms.} publisher {„{value}“ ist die Kennung keines Akteurs.} language {„{value}“ ist keine Sprache, in der Einträge zu finden sind.} year {„{value}“ ist kein Jahr wie 2024.} years {„{value}“ ist kein Jahr von 0001 bis 9999.} from {„{value}“ ist kein Tag wie 2024-01-31.} to {„{value}“ ist kein Tag wie 2024-01-31.} on {„{value}“ ist kein Tag wie 2024-01-31.} type {„{value}“ ist keine Art von Akteur.} region {„{value}“ ist keine Region der Vereinten Nationen.} member {„{value}“ ist die Adresse keiner Organisation.} form {„{value}“ ist keine Art von Quelle.} of {„{value}“ ist die Adresse keines Werks.} sort {„{value}“ ist keine Reihenfolge, die es gibt.} change {„{value}“ ist keine Art von Änderung.} after {Die Stelle, an der es weitergehen soll, hat keine Seite genannt: Das ist der Anfang.} choice {„{value}“ ist keine Wahl in einer Abstimmung.} event {„{value}“ ist keine Art von Ereignis.} question {„{value}“ ist die Adresse keiner Frage.} time {„{value}“ ist kein Jahr, Monat oder Tag wie 1975, 1975-06 oder 1975-06-30.} other {„{value}“ kann hier nicht gefragt werden.}}',
  },
  nothing: 'Nichts hier',
  nothingOfKind: {
    source:
      'Zu diesem Datum ist keine Quelle im Register. Das ist kein Befund über die Welt: Hier wurde nichts veröffentlicht.',
    actor:
      'Zu diesem Datum ist kein Akteur im Register. Das ist kein Befund über die Welt: Hier wurde nichts veröffentlicht.',
    event:
      'Zu diesem Datum ist kein Ereignis im Register. Das ist kein Befund über die Welt: Hier wurde nichts veröffentlicht.',
    programme:
      'Zu diesem Datum ist kein Programm im Register. Das ist kein Befund über die Welt: Hier wurde nichts veröffentlicht.',
    issue:
      'Zu diesem Datum ist keine Streitfrage im Register. Das ist kein Befund über die Welt: Hier wurde nichts veröffentlicht.',
    statement:
      'Zu diesem Datum ist keine Äußerung im Register. Das ist kein Befund über die Welt: Hier wurde nichts veröffentlicht.',
    position:
      'Zu diesem Datum ist keine Position im Register. Das ist kein Befund über die Welt: Hier wurde nichts veröffentlicht.',
    commitment:
      'Zu diesem Datum ist keine Zusage im Register. Das ist kein Befund über die Welt: Hier wurde nichts veröffentlicht.',
    article:
      'Zu diesem Datum ist kein Artikel im Register. Das ist kein Befund über die Welt: Hier wurde nichts veröffentlicht.',
  },
  nothingNarrowed:
    'Kein Akteur dieser Art und Region steht an diesem Datum im Register. Das ist keine Feststellung über die Welt.',
  emptyPage: 'Diese Seite der Liste ist leer.',
  list: 'Liste: {kinds}',
  allOnRecord: '{kinds} im Register',
  description: '{kinds} im Register, mit den Textstellen, auf die sie sich stützen.',
  pages: 'Seiten dieser Liste',
  start: 'Zurück zum Anfang',
  further: 'Weiter',
  related: {
    nothing: 'Zu diesem Datum ist nichts davon im Register.',
    statements: 'Äußerungen',
    positions: 'Positionen',
    mentions: 'Erwähnungen',
    votes: 'Abstimmungen',
    votesLead: 'Jede Abstimmung, von der die Stimme dieses Akteurs im Register ist, die neueste zuerst.',
    passage: 'Eine Textstelle',
    tag: '{kind}, {list}',
    title: '{list}: {title}',
    description: {
      source: '{list} im Register, alle: {title}.',
      actor: '{list} im Register, alle: {title}.',
      event: '{list} im Register, alle: {title}.',
      programme: '{list} im Register, alle: {title}.',
      issue: '{list} im Register, alle: {title}.',
      statement: '{list} im Register, alle: {title}.',
      position: '{list} im Register, alle: {title}.',
      commitment: '{list} im Register, alle: {title}.',
      article: '{list} im Register, alle: {title}.',
    },
    statementsOn: {
      actor: 'Alle Äußerungen dieses Akteurs oder in seinem Namen im Register, die neueste zuerst.',
      event: 'Alle Äußerungen im Register, die dort gefallen sind, die neueste zuerst.',
      issue: 'Alle Äußerungen im Register mit einer Aussage zu dieser Streitfrage, die neueste zuerst.',
      programme: 'Alle Äußerungen im Register zu diesem Programm, die neueste zuerst.',
      other: 'Zu Einträgen dieser Art gehören keine Äußerungen.',
    },
    statementsTitle: 'Äußerungen im Register',
    positionsLead:
      'Alle Positionen im Register, die hierher gehören, die zuletzt bewegte zuerst. Ein Akteur, der nicht aufgeführt ist, hat keine Position im Register; das ist nicht Neutralität.',
    positionsTitle: 'Positionen im Register',
    mentionsLead: 'Alle Einträge, die diesen nennen, und wo: jede Art für sich, der neueste zuerst.',
    mentionsTitle: 'Einträge, die ihn nennen',
    passageLead: 'Eine Stelle dieser Quelle und jede Stelle des Registers, die sich darauf stützt.',
    passageOpen: 'Quelle an dieser Stelle öffnen',
    passageRests: 'Was sich darauf stützt',
    passageTitle: 'Eine Stelle aus {title}',
    passageDescription: '„{text}“: was sich auf diese Stelle stützt.',
  },
  home: {
    noProvision: 'Noch ist keine Bestimmung im Register.',
    moreProvisions: '{count, number} weitere',
    notMentioned: '{count, number} nicht erwähnt',
    contested:
      'Eine Marke für jeden Akteur, dessen Position im Register steht. Wer nicht gezählt ist, ist nicht neutral.',
    issue: 'Streitfrage',
    positionsOnRecord: 'Positionen im Register',
    positions: 'Positionen',
    latest: 'Letzte Wendung',
    none: 'Keine im Register',
  },
};
