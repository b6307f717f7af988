import type { evidence as original } from '../en/evidence';
import type { Translation } from '../translation';

export const evidence: Translation<typeof original> = {
  mark: 'Preuve {note}. {state}. {outlet}, {date}.{role, select, contradicts { Contredit.} context { Donne le contexte.} other {}}',
  archived: 'archivé le {date}',
  absent: 'Aucun passage trouvé. {count, plural, one {# source lue} other {# sources lues}} en entier',
  none: 'sans passage propre',
  notes: {
    title: 'Passages sur lesquels repose cette page',
    kept: 'Chacun est conservé en copie archivée',
    whole: 'Le passage entier, {count, number} caractères',
    source: '{before}<cite></cite>\u202f; version {version} sur {versions}, archivée le {when}.',
    read: 'Lire dans la source<hidden>, note {note}</hidden>',
    original: 'Dans l’original<hidden>, note {note}</hidden>',
  },
  card: {
    passage: 'Le passage',
    evidence: 'Preuve {note}',
    checked: 'vérifié le {when}',
    source: 'Source',
    outlet: 'Média',
    noOutlet: 'Média non nommé',
    reporter: 'Journaliste',
    noReporter: 'Journaliste non nommé',
    copy: 'Copie',
    version: 'version {version} sur {versions}, archivée le {when}',
    read: 'Lire dans la source',
    original: 'Dans l’original',
    sha: 'SHA-256 du texte archivé',
  },
  excerpt: {
    from: '{outlet}«\u202f<title></title>\u202f», {date}. Version {version} sur {versions}.',
    open: 'Ouvrir la source à ce passage<hidden>, note {note}</hidden>',
  },
  source: {
    mark: 'Passage {number}. {state}',
    nothing: 'Aucune fiche publique ne s’y appuie à présent.',
    others:
      'et {count, plural, one {# autre} other {# autres}}<hidden> qui s’appuient sur le passage {number}</hidden>',
    more: 'et d’autres<hidden> qui s’appuient sur le passage {number}</hidden>',
    places:
      '{more, select, true {Plus de } other {}}{count, plural, one {# endroit s’y appuie} other {# endroits s’y appuient}}',
    paragraph: 'Paragraphe {number}',
    noneInUse: 'Aucun passage de ce texte n’est utilisé.',
    inPart:
      '{marked, plural, one {# passage utilisé} many {# de passages utilisés} other {# passages utilisés}} dans cette partie, sur {count, number} dans le texte.',
    firstMarked:
      '{count, plural, one {# passage utilisé} other {# passages utilisés}} de ce texte\u202f; les {marked, number} premiers sont marqués.',
    inUse: '{count, plural, one {# passage utilisé} other {# passages utilisés}} de ce texte.',
    rights: 'Les droits nous permettent de conserver le texte, mais de n’en montrer que les mots cités.',
    what: 'Ce qui s’appuie sur chaque passage',
  },
};
