import type { answer as original } from '../en/answer';
import type { Translation } from '../translation';

export const answer: Translation<typeof original> = {
  cite: {
    title: 'Citer cette réponse',
    text: '«\u202f{title}.\u202f» <i>Rapporteur</i>, version {version} du registre, <when></when>.',
    tooLong: 'Cette question est trop longue pour une adresse permanente. Cherchez moins de mots pour la citer.',
    opens:
      'Cette adresse rouvre la question, avec la réponse telle qu’elle est ({count, plural, one {# fiche} other {# fiches}}) et avec ce qui a changé depuis.',
    opensMost:
      'Cette adresse rouvre la question, avec la réponse telle qu’elle est ({count, plural, one {# fiche} other {# fiches}}, les {most, number} premières parmi d’autres) et avec ce qui a changé depuis.',
    fingerprint: 'Empreinte de la réponse, SHA-256\u202f: <code></code>',
  },
  title: {
    related: '{list}\u202f: {title}',
    search: 'Recherche',
    searchFor: 'Recherche\u202f: «\u202f{question}\u202f»',
    since: 'depuis le {date}',
    until: 'jusqu’au {date}',
  },
  description: 'La réponse de la version {version} du registre, et ce qui a changé depuis.',
  lead: 'Cette question a été posée à la version {version} du registre (<when></when>). Voici la réponse telle qu’elle était, et ce qui a changé depuis.',
  stood: 'La réponse telle qu’elle était',
  nothingThen: 'Rien au registre ne répondait alors à cette question.',
  verified: {
    title: 'C’est bien la réponse qui a été citée',
    text: 'Elle vient d’être refaite à partir du registre et porte l’empreinte que contient son adresse.',
    document: 'La réponse en document<hidden>, dont voici le SHA-256</hidden>',
  },
  altered: {
    title: 'Ce n’est pas la réponse qui a été citée',
    text: 'Le registre donne pour cette version une autre réponse que celle dont cette adresse contient l’empreinte. Soit l’adresse a été altérée en chemin, soit le registre répond à de telles questions autrement qu’avant. Comparez-la au document de qui l’a citée, et ne citez pas cette page.',
    region:
      'La question portait sur une région. Les régions se lisent dans la table de cette installation (ONU, M49), qui ne fait pas partie du registre\u202f: si elle a changé depuis, la réponse est autre sans que rien ait été altéré.',
  },
  ways: {
    label: 'Pour aller plus loin',
    stood: 'La page telle qu’elle était',
    moved: '(le registre a de nouveau changé dans la même seconde\u202f: cette page montre l’état ultérieur)',
    now: 'La page telle qu’elle est maintenant',
  },
  since: {
    title: 'Ce qui a changé depuis',
    same: 'Rien. La version {version} du registre donne la même réponse.',
    moved:
      'Version {version} du registre, <when></when>\u202f: {added, number} de plus, {gone, number} de moins, {changed, number} avec des modifications.',
    onlyFirst:
      'Seules les {most, number} premières fiches sont comparées\u202f; l’une d’elles a donc pu apparaître ou disparaître du seul fait de sa place dans la liste.',
    added: 'Nouveau dans la réponse ({count})',
    gone: 'Plus dans la réponse ({count})',
    changed: 'Modifié ({count})',
    versions: 'Version {from} et version {to}<hidden>\u202f: {title}</hidden>',
  },
  more: 'Et {count, number} de plus, dans le document de la réponse.',
  version: 'Version {version}<hidden>\u202f: {title}</hidden>',
};
