import type { alerts as original } from '../en/alerts';
import type { Translation } from '../translation';

export const alerts: Translation<typeof original> = {
  title: 'Per E-Mail erfahren, was neu ist',
  lead: 'Was neu ist: <page></page>, und was berichtigt wurde.',
  whole: 'das ganze Register',
  corrections: 'die Berichtigungen des Registers',
  link: 'Oder per E-Mail',
  found: 'was unter dem neu ist, was diese Suche findet',
  feed: 'Was unter dem neu ist, was diese Suche findet, die neueste Änderung zuerst. {title}.',
  off: {
    title: 'Meldungen per E-Mail sind hier abgeschaltet',
    text: 'Diese Installation des Registers verschickt keine E-Mails und nimmt keine Adressen an.',
    feeds: 'Ein Feedreader sagt Ihnen dasselbe. Geben Sie ihm eine dieser Adressen:',
  },
  form: {
    problem: 'Das ist keine E-Mail-Adresse. Schreiben Sie sie wie beim Versenden, zum Beispiel ada@example.org.',
    email: 'Ihre E-Mail-Adresse',
    rhythm: 'Wie oft',
    daily: 'Einmal am Tag, wenn es etwas Neues gibt',
    atOnce: 'Sofort, bei jeder Änderung',
    button: 'Bestätigungsmail anfordern',
    promise:
      'Wir schicken eine einzige E-Mail, von {sender}, mit einem Link zur Bestätigung. Ohne sie kommt nichts weiter, und Ihre Adresse wird nach zwei Tagen vergessen. Ihre Adresse dient allein dazu, wird niemandem mitgeteilt und gelöscht, wenn Sie sich abmelden: Dafür steht in jeder E-Mail ein Link.',
  },
  confirm: {
    title: 'E-Mails vom Register bekommen?',
    text: 'Sie haben darum gebeten, per E-Mail zu erfahren, was neu ist. Drücken Sie den Knopf, wenn Sie das waren. Wenn nicht, schließen Sie die Seite: Sie bekommen keine E-Mails, und Ihre Adresse wird nach zwei Tagen vergessen.',
    button: 'Ja, per E-Mail melden',
  },
  leave: {
    title: 'Keine dieser E-Mails mehr bekommen?',
    text: 'Drücken Sie den Knopf, und es kommen keine mehr. Ihre Adresse wird sofort gelöscht.',
    button: 'Diese E-Mails beenden',
  },
  done: {
    asked: {
      title: 'Sehen Sie in Ihre E-Mails',
      text: 'Wenn die Adresse E-Mails von uns bekommen kann, ist eine mit einem Link zur Bestätigung unterwegs. Das kann einige Minuten dauern. Wir schicken höchstens drei am Tag an eine Adresse.',
    },
    confirmed: {
      title: 'Sie erfahren es per E-Mail',
      text: 'Von jetzt an erfahren Sie, was neu ist. In jeder E-Mail steht ein Link, mit dem Sie das beenden.',
    },
    expired: {
      title: 'Dieser Link gilt nicht mehr',
      text: 'Ein Link zur Bestätigung gilt zwei Tage. Bitten Sie noch einmal darum, auf der Seite, der Sie folgen wollen.',
    },
    left: {
      title: 'Sie bekommen keine dieser E-Mails mehr',
      text: 'Diese Meldung ist beendet, und Ihre Adresse wurde mit ihr gelöscht. Meldungen zu anderen Seiten, falls Sie welche haben, gehen weiter: Jede hat ihren eigenen Link.',
    },
    home: 'Zum Register',
  },
};
