import type { pages as original } from '../en/pages';
import type { Translation } from '../translation';

export const pages: Translation<typeof original> = {
  home: {
    description:
      'Was vereinbart wurde, wer es gesagt hat und wo es geschrieben steht: das öffentliche Register internationaler Kooperationsprogramme.',
    agreed: 'Was vereinbart wurde,',
    said: 'wer es gesagt hat',
    written: 'und wo es geschrieben steht',
    searchHint: 'Ein Programm, eine Person, eine Streitfrage, eine Wendung',
    lead: 'Das öffentliche Register internationaler Kooperationsprogramme und der Diplomatie um sie herum. Jede Aussage stützt sich auf eine Textstelle, die Sie selbst lesen können.',
    howMuch: 'Wie viel im Register steht',
    lately: 'Letzte Änderungen',
    programmes: 'Neueste Programme',
    allProgrammes: 'Alle Programme',
    noProgramme: 'Noch ist kein Programm im Register.',
    contested: 'Am stärksten umstrittene Fragen',
    allIssues: 'Alle Streitfragen',
    article: 'Neuester Artikel',
    allArticles: 'Alle Artikel',
    past: 'Das ganze Register, wie es zu jedem Zeitpunkt seit seinem Beginn stand.',
  },
  feed: {
    whole: 'Das ganze Register',
    wholeText: 'Was veröffentlicht, berichtigt, aktualisiert und zurückgezogen wurde, die neueste Änderung zuerst.',
    about: {
      actor: 'Neues zu: {title}; die neueste Änderung zuerst.',
      issue: 'Neues zu: {title}; die neueste Änderung zuerst.',
      programme: 'Neues zu: {title}; die neueste Änderung zuerst.',
    },
    correctionsText: 'Wo das Register falsch lag: was berichtigt oder zurückgezogen wurde und warum.',
    merged: {
      source: 'Zusammengeführter Eintrag',
      actor: 'Zusammengeführter Eintrag',
      event: 'Zusammengeführter Eintrag',
      programme: 'Zusammengeführter Eintrag',
      issue: 'Zusammengeführter Eintrag',
      statement: 'Zusammengeführter Eintrag',
      position: 'Zusammengeführter Eintrag',
      commitment: 'Zusammengeführter Eintrag',
      article: 'Zusammengeführter Eintrag',
    },
    left: 'Dieser Eintrag gehört nicht mehr hierher',
    version: '{action}, Fassung {version}',
    noted: '{what}: {note}',
    into: 'Er ist jetzt Teil von „{title}“.',
  },
  changes: {
    title: 'Berichtigungen und Änderungen',
    description: 'Alle öffentlichen Änderungen des Registers mit Grund und Fingerabdruck.',
    lead: 'Wo das Register falsch lag, sagen wir, was darin stand, was jetzt darin steht und warum. Nichts wird entfernt: Jede frühere Fassung behält ihre Adresse, und jede Änderung trägt den Fingerabdruck der vorigen.',
    nothing: 'Noch wurde nichts veröffentlicht',
    nothingStop: 'Noch wurde nichts veröffentlicht.',
    first: 'Hier wird die erste Änderung des Registers stehen.',
    wrong: 'Berichtigungen und Rücknahmen',
    all: 'Alle Änderungen',
    compare: 'Zwei Tage vergleichen',
    what: 'Was als was gilt',
  },
  corrections: {
    title: 'Berichtigungen',
    description: 'Wo das Register falsch lag: was darin stand, was jetzt darin steht und warum.',
    lead: 'Wo das Register falsch lag, sagen wir, was darin stand, was jetzt darin steht und warum. Nichts wird entfernt: Jede frühere Fassung behält ihre Adresse.',
    nothing: 'Noch wurde nichts berichtigt',
    nothingBefore: 'Davor wurde nichts berichtigt',
    willStand:
      'Hier wird eine Berichtigung, eine Rücknahme oder eine Zusammenführung mit ihrem Grund stehen. <all>Alle Änderungen ansehen</all>.',
    latest: 'Berichtigungen und Rücknahmen, die neueste zuerst',
  },
  at: {
    title: 'Zu einem früheren Datum lesen',
    description: 'Jede Seite des Registers kann so gelesen werden, wie sie zu jedem Zeitpunkt stand.',
    lead: 'Jede Seite kann so gelesen werden, wie sie zu jedem Zeitpunkt stand: was wir bis dahin veröffentlicht hatten, ohne alles, was wir später erfuhren. Links einer früheren Seite führen innerhalb dieses Zeitpunkts weiter.',
    change: 'Oder bei einer Änderung beginnen',
    badDay: 'Geben Sie den Tag als Jahr, Monat und Tag an, etwa 2023-11-30.',
    badTime: 'Geben Sie die Uhrzeit in Stunden und Minuten an, etwa 12:00.',
    noSuch: 'Diesen Zeitpunkt gibt es nicht: {moment}.',
    notYet: 'Dieser Zeitpunkt ist noch nicht gekommen. Wählen Sie einen bis jetzt.',
  },
  version: {
    label: 'Welche Fassung Sie lesen',
    readingSince: 'Sie lesen Fassung {version}, veröffentlicht am <when></when>.',
    withdrawn: 'Diese Fassung wurde zurückgezogen. Fassung {version} ist öffentlich. <page>Lesen</page>',
    newest: 'Es ist die neueste. <page>Zur Seite des Eintrags</page>',
    newer: 'Fassung {version} ist neuer. <page>Lesen</page> oder <diff>Änderungen ansehen</diff>',
  },
  source: {
    description: '{title}: eine Quelle des Registers mit allen verwendeten Textstellen.',
  },
  trouble: {
    away: {
      title: 'Das Register antwortet nicht',
      text: 'Diese Seite konnte gerade nicht gelesen werden. Nichts ist verloren: Das Register und alle seine Fassungen sind aufbewahrt. Versuchen Sie es in einer Minute noch einmal.',
    },
    busy: {
      title: 'Zu viele Seiten auf einmal angefragt',
      text: 'Diese Seite musste warten, und es dauerte zu lange. Versuchen Sie es in einigen Sekunden noch einmal.',
    },
    guessed: {
      title: 'Zu viele Vorschauen versucht',
      text: 'Von Ihrem Netz aus wurden viele Vorschauadressen versucht, die nicht gelten. Prüfen Sie den Link, den Sie erhalten haben, und versuchen Sie es in einer Viertelstunde noch einmal.',
    },
    asked: {
      title: 'Zu viele E-Mails angefordert',
      text: 'Von Ihrem Netz aus wurden in der letzten Stunde viele E-Mails angefordert. Versuchen Sie es später noch einmal; die Feeds sagen Ihnen inzwischen dasselbe.',
    },
    foreign: {
      title: 'Dieses Formular kam von anderswo',
      text: 'Es wurde nicht von einer Seite dieser Website geschickt; deshalb ist nichts geschehen. Öffnen Sie die Seite hier und schicken Sie das Formular von dort.',
    },
    failed: {
      title: 'Diese Seite konnte nicht erstellt werden',
      text: 'Der Fehler liegt bei uns und wurde vermerkt. Das Register selbst ist unversehrt, und alle anderen Seiten können gelesen werden.',
    },
    future: {
      title: 'Dieser Zeitpunkt ist noch nicht gekommen',
      text: 'Das Register kann im Stand jedes Zeitpunkts bis jetzt gelesen werden. Wählen Sie einen früheren.',
    },
    unreadable: {
      title: 'Diese Adresse kann nicht gelesen werden',
      text: 'Sie enthält etwas, was keine Adresse dieser Website enthält. Prüfen Sie sie, oder beginnen Sie auf der Startseite.',
    },
  },
};
