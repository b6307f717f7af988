import type { votes as original } from '../en/votes';
import type { Translation } from '../translation';

export const votes: Translation<typeof original> = {
  form: {
    label: 'Was die Liste zeigt',
    words: 'Wörter des Titels oder der Zusammenfassung',
    from: 'Von',
    to: 'Bis',
    time: 'Ein Jahr, ein Monat oder ein Tag, etwa 1975, 1975-06 oder 1975-06-30',
    timeShort: '1975 oder 1975-06-30',
    misread: '„{written}“ ist kein Jahr, kein Monat und kein Tag: Schreiben Sie 1975, 1975-06 oder 1975-06-30.',
    issue: 'Frage',
    anyIssue: 'Jede',
    with: 'Vergleichen mit (Name)',
    who: 'Wer teilnahm oder abstimmte (Name)',
    nobody: 'Es ist nicht klar, welcher Akteur des Registers mit „{written}“ gemeint ist.',
    choices: 'Nur diese Stimmen',
    choicesOf: 'Wo {actor} so stimmte',
    types: 'Nur diese Arten',
    show: 'Anzeigen',
  },
  comparedWith: 'Verglichen mit {actor}',
  counted: 'Abstimmungen nach Stimme und Jahr',
  each: 'Jede Abstimmung',
  chart: {
    caption: 'Wie oft in jedem Jahr so gestimmt wurde',
    span: 'Jahr für Jahr, {from} bis {to}',
    most: 'Die meisten in einem Jahr',
    told: '{name}: {sum} im Ganzen, die meisten {year}: {count}. Jedes Jahr steht in der Tabelle darunter.',
    none: '{name}: keine',
    year: '{year}, {name}: {count}',
    peak: '{count} im Jahr {year}',
    hint: 'Alle Zeilen haben einen Maßstab. Abstimmungen, von denen keine Stimme im Register ist, zählen nicht mit und sind keine Enthaltung.',
    hintPaler:
      'Alle Zeilen haben einen Maßstab, über die ganze Zeit; was blasser ist, ist nicht gefragt. Abstimmungen, von denen keine Stimme im Register ist, zählen nicht mit und sind keine Enthaltung.',
  },
  table: {
    title: 'Dasselbe in Zahlen, Jahr für Jahr',
    about:
      'Ein Jahr ist das des ersten Tages, den das Datum einer Abstimmung meinen kann. Jedes führt zu seinen Abstimmungen.',
    year: 'Jahr',
    all: 'Alle',
  },
  compared: {
    told: '{actor} und {other} haben beide in {both, plural, one {# Abstimmung} other {# Abstimmungen}} gestimmt, davon in {alike} gleich ({share}).',
    never: 'Hier ist keine Abstimmung im Register, in der {actor} und {other} beide gestimmt haben.',
    rule: 'Gleich ist dieselbe Stimme: Ja, Nein oder Enthaltung. Abstimmungen, bei denen einer der beiden abwesend war, nicht abstimmte oder keine Stimme im Register hat, bleiben weg.',
    caption: 'Wie oft {actor} und {other} in jedem Jahr gleich stimmten',
    row: 'Beide stimmten',
    alike: 'Gleich',
    differed: 'Verschieden',
    both: 'Abstimmungen beider',
    share: 'Anteil',
    where: 'Wo sie verschieden stimmten',
  },
};
