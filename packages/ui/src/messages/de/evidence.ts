import type { evidence as original } from '../en/evidence';
import type { Translation } from '../translation';

export const evidence: Translation<typeof original> = {
  mark: 'Beleg {note}. {state}. {outlet}, {date}.{role, select, contradicts { Widerspricht.} context { Gibt den Zusammenhang.} other {}}',
  archived: 'archiviert am {date}',
  absent: 'Keine Textstelle gefunden. {count, plural, one {# Quelle} other {# Quellen}} vollständig gelesen',
  none: 'ohne eigene Textstelle',
  notes: {
    title: 'Textstellen, auf die sich diese Seite stützt',
    kept: 'Jede ist als Archivkopie aufbewahrt',
    whole: 'Die ganze Textstelle, {count, number} Zeichen',
    source: '{before}<cite></cite>; Fassung {version} von {versions}, archiviert am {when}.',
    read: 'In der Quelle lesen<hidden>, Anmerkung {note}</hidden>',
    original: 'Im Original<hidden>, Anmerkung {note}</hidden>',
  },
  card: {
    passage: 'Die Textstelle',
    evidence: 'Beleg {note}',
    checked: 'geprüft am {when}',
    source: 'Quelle',
    outlet: 'Medium',
    noOutlet: 'Medium nicht genannt',
    reporter: 'Berichterstatter',
    noReporter: 'Berichterstatter nicht genannt',
    copy: 'Kopie',
    version: 'Fassung {version} von {versions}, archiviert am {when}',
    read: 'In der Quelle lesen',
    original: 'Im Original',
    sha: 'SHA-256 des archivierten Textes',
  },
  excerpt: {
    from: '{outlet}„<title></title>“, {date}. Fassung {version} von {versions}.',
    open: 'Quelle an dieser Stelle öffnen<hidden>, Anmerkung {note}</hidden>',
  },
  source: {
    mark: 'Textstelle {number}. {state}',
    nothing: 'Derzeit stützt sich kein öffentlicher Eintrag darauf.',
    others:
      'und {count, plural, one {# weiterer} other {# weitere}}<hidden>, gestützt auf Textstelle {number}</hidden>',
    more: 'und weitere<hidden>, gestützt auf Textstelle {number}</hidden>',
    places:
      '{more, select, true {Mehr als } other {}}{count, plural, one {# Stelle stützt} other {# Stellen stützen}} sich darauf',
    paragraph: 'Absatz {number}',
    noneInUse: 'Keine Stelle dieses Textes wird verwendet.',
    inPart:
      '{marked, plural, one {# verwendete Textstelle} other {# verwendete Textstellen}} in diesem Teil, von {count, number} im Text.',
    firstMarked:
      '{count, plural, one {# Stelle} other {# Stellen}} dieses Textes verwendet, die ersten {marked, number} markiert.',
    inUse: '{count, plural, one {# Stelle} other {# Stellen}} dieses Textes verwendet.',
    rights: 'Die Rechte erlauben uns, den Text aufzubewahren, aber nur die zitierten Worte zu zeigen.',
    what: 'Was sich auf jede Textstelle stützt',
  },
};
