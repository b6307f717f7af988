import type { records as original } from '../en/records';
import type { Translation } from '../translation';

export const records: Translation<typeof original> = {
  withdrawnKind: {
    source: 'Zurückgezogene Quelle',
    actor: 'Zurückgezogener Akteur',
    event: 'Zurückgezogenes Ereignis',
    programme: 'Zurückgezogenes Programm',
    issue: 'Zurückgezogene Streitfrage',
    statement: 'Zurückgezogene Äußerung',
    position: 'Zurückgezogene Position',
    commitment: 'Zurückgezogene Zusage',
    article: 'Zurückgezogener Artikel',
  },
  version: 'Fassung {version}',
  tombstone: {
    crumb: 'Zurückgezogen',
    title: {
      source: 'Diese Quelle wurde zurückgezogen',
      actor: 'Dieser Akteur wurde zurückgezogen',
      event: 'Dieses Ereignis wurde zurückgezogen',
      programme: 'Dieses Programm wurde zurückgezogen',
      issue: 'Diese Streitfrage wurde zurückgezogen',
      statement: 'Diese Äußerung wurde zurückgezogen',
      position: 'Diese Position wurde zurückgezogen',
      commitment: 'Diese Zusage wurde zurückgezogen',
      article: 'Dieser Artikel wurde zurückgezogen',
    },
    text: 'Der Eintrag gilt nicht mehr. Wir haben ihn am <when></when> zurückgezogen; seine Adresse bleibt bestehen, damit jeder, der hierher verwiesen wird, den Grund erfährt.',
    why: 'Warum',
    noReason: 'Die Redaktion hat keinen Grund angegeben.',
    history: 'Verlauf des Eintrags',
    before: 'Die Seite vor dem Rückzug',
    description: 'Dieser Eintrag wurde zurückgezogen.',
  },
  nothing: {
    title: 'Unter dieser Adresse steht nichts',
    text: 'Hier wurde nie eine Seite des Registers veröffentlicht, oder erst nach dem Zeitpunkt, zu dem Sie lesen.',
    head: 'Hier steht nichts',
    description: 'Unter dieser Adresse wurde nie eine Seite des Registers veröffentlicht.',
  },
  ways: {
    home: 'Zur Startseite',
    changes: 'Änderungen durchsehen',
    programmes: 'Alle Programme ansehen',
  },
  follow: {
    button: 'Folgen',
    how: 'Geben Sie eine dieser Adressen einem Feedreader. Er meldet Ihnen, {what}.',
    corrections: 'wo das Register falsch lag und warum',
    everything: 'was im ganzen Register neu ist',
    record: {
      actor: 'was es zu diesem Akteur Neues gibt und was berichtigt wurde',
      issue: 'was es zu dieser Streitfrage Neues gibt und was berichtigt wurde',
      programme: 'was es zu diesem Programm Neues gibt und was berichtigt wurde',
    },
  },
  tools: {
    cite: 'Zitieren',
    history: 'Verlauf',
    permanent: 'Dauerhafte Adresse',
    changed: 'Letzte Änderung',
    state: 'Fassung {version}, <when></when>.',
    allVerified: '{count, plural, one {# Textstelle, geprüft} other {# Textstellen, alle geprüft}}.',
    someVerified: '{count, plural, one {# Textstelle} other {# Textstellen}}: {verified, number} geprüft, {not} nicht.',
  },
  whereYouAre: 'Wo Sie sind',
  correction: {
    title: 'Berichtigung auf dieser Seite',
    noNote: 'Die Redaktion hat keine Anmerkung hinterlassen.',
    see: 'Änderung ansehen',
  },
  cite: {
    title: 'Diese Seite zitieren',
    text: '„<title></title>“{stop} <i>Rapporteur</i>, Fassung {version}, <when></when>. <address></address>',
    always: 'Diese Adresse zeigt immer die Fassung {version}.',
    download: 'Herunterladen<hidden> als {format}</hidden>',
  },
  told: {
    changed: 'Original, seit der Übersetzung geändert',
    new: 'Original, seit der Übersetzung hinzugekommen',
    untranslated: 'Original, nicht übersetzt',
  },
  translation: {
    label: 'Zu dieser Übersetzung',
    from: '{language, select, uk {Ukrainische} hu {Ungarische} fr {Französische} other {Deutsche}} Übersetzung von <version>Fassung {revision}</version>, veröffentlicht am <when></when>.',
    unpublished:
      '{language, select, uk {Ukrainische} hu {Ungarische} fr {Französische} other {Deutsche}} Übersetzung von <version>Fassung {revision}</version>, noch nicht veröffentlicht.',
    outdated:
      'Das Original hat sich seither weiterentwickelt: {count, plural, one {# Text wurde geändert, kam hinzu oder entfiel und steht} other {# Texte wurden geändert, kamen hinzu oder entfielen und stehen}} hier so, wie das Original jetzt lautet. <see>Änderungen ansehen</see>.',
    same: 'Das Original steht in derselben Fassung.',
    later: 'Das Original steht in Fassung {version}; kein übersetzter Text hat sich geändert.',
    original: 'Original lesen',
    none: 'Dieser Eintrag ist nicht ins Deutsche übersetzt: Er steht in der Originalsprache Englisch.',
    alsoIn: 'Auch auf:',
    others: 'Weitere Übersetzungen:',
  },
};
