import type { answer as original } from '../en/answer';
import type { Translation } from '../translation';

export const answer: Translation<typeof original> = {
  cite: {
    title: 'Diese Antwort zitieren',
    text: '„{title}.“ <i>Rapporteur</i>, Fassung {version} des Registers, <when></when>.',
    tooLong: 'Diese Frage ist zu lang für eine dauerhafte Adresse. Suchen Sie weniger Wörter, um sie zu zitieren.',
    opens:
      'Diese Adresse öffnet die Frage erneut, mit der Antwort in ihrem jetzigen Stand ({count, plural, one {# Eintrag} other {# Einträge}}) und mit dem, was sich seither geändert hat.',
    opensMost:
      'Diese Adresse öffnet die Frage erneut, mit der Antwort in ihrem jetzigen Stand ({count, plural, one {# Eintrag} other {# Einträge}}, die ersten {most, number} von mehr) und mit dem, was sich seither geändert hat.',
    fingerprint: 'Fingerabdruck der Antwort, SHA-256: <code></code>',
  },
  title: {
    related: '{list}: {title}',
    search: 'Suche',
    searchFor: 'Suche: „{question}“',
    since: 'seit {date}',
    until: 'bis {date}',
  },
  description: 'Die Antwort der Fassung {version} des Registers und was sich seither geändert hat.',
  lead: 'Diese Frage wurde an Fassung {version} des Registers gestellt (<when></when>). Hier ist die damalige Antwort und was sich seither geändert hat.',
  stood: 'Die damalige Antwort',
  nothingThen: 'Damals beantwortete nichts im Register diese Frage.',
  verified: {
    title: 'Es ist die Antwort, die zitiert wurde',
    text: 'Sie wurde soeben neu aus dem Register erstellt und hat den Fingerabdruck, den ihre Adresse enthält.',
    document: 'Die Antwort als Dokument<hidden>, dessen SHA-256 dies ist</hidden>',
  },
  altered: {
    title: 'Dies ist nicht die Antwort, die zitiert wurde',
    text: 'Das Register gibt für diese Fassung eine andere Antwort als die, deren Fingerabdruck diese Adresse enthält. Entweder wurde die Adresse unterwegs verändert, oder das Register beantwortet solche Fragen anders als früher. Vergleichen Sie mit dem Dokument dessen, der sie zitiert hat, und zitieren Sie diese Seite nicht.',
    region:
      'Gefragt war nach einer Region. Regionen werden nach der Tabelle dieser Installation gelesen (UN M49), die kein Teil des Registers ist: Hat sie sich seither geändert, ist die Antwort eine andere, obwohl nichts verändert wurde.',
  },
  ways: {
    label: 'Wie es weitergeht',
    stood: 'Die damalige Seite',
    moved: '(das Register änderte sich in derselben Sekunde noch einmal: jene Seite zeigt den späteren Stand)',
    now: 'Die Seite, wie sie jetzt steht',
  },
  since: {
    title: 'Was sich seither geändert hat',
    same: 'Nichts. Fassung {version} des Registers gibt dieselbe Antwort.',
    moved:
      'Fassung {version} des Registers, <when></when>: {added, number} mehr, {gone, number} entfallen, {changed, number} geändert.',
    onlyFirst:
      'Nur die ersten {most, number} Einträge werden verglichen; einer kann also allein durch seinen Platz in der Liste hinzugekommen oder entfallen sein.',
    added: 'Neu in der Antwort ({count})',
    gone: 'Nicht mehr in der Antwort ({count})',
    changed: 'Geändert ({count})',
    versions: 'Fassung {from} und Fassung {to}<hidden>: {title}</hidden>',
  },
  more: 'Und {count, number} weitere, im Dokument der Antwort.',
  version: 'Fassung {version}<hidden>: {title}</hidden>',
};
