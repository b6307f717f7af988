import type { records as original } from '../en/records';
import type { Translation } from '../translation';

export const records: Translation<typeof original> = {
  withdrawnKind: {
    source: 'Source retirée',
    actor: 'Acteur retiré',
    event: 'Événement retiré',
    programme: 'Programme retiré',
    issue: 'Question retirée',
    statement: 'Déclaration retirée',
    position: 'Position retirée',
    commitment: 'Engagement retiré',
    article: 'Article retiré',
  },
  version: 'Version {version}',
  tombstone: {
    crumb: 'Retiré',
    title: {
      source: 'Cette source a été retirée',
      actor: 'Cet acteur a été retiré',
      event: 'Cet événement a été retiré',
      programme: 'Ce programme a été retiré',
      issue: 'Cette question a été retirée',
      statement: 'Cette déclaration a été retirée',
      position: 'Cette position a été retirée',
      commitment: 'Cet engagement a été retiré',
      article: 'Cet article a été retiré',
    },
    text: 'Cette fiche n’a plus cours. Nous l’avons retirée le <when></when>\u202f; son adresse demeure pour que toute personne renvoyée ici en connaisse la raison.',
    why: 'Pourquoi',
    noReason: 'La rédaction n’a pas donné de motif.',
    history: 'Son historique',
    before: 'La page avant son retrait',
    description: 'Cette fiche a été retirée.',
  },
  nothing: {
    title: 'Il n’y a rien à cette adresse',
    text: 'Aucune page du registre n’a jamais été publiée ici, ou elle l’a été après le moment auquel vous lisez.',
    head: 'Il n’y a rien ici',
    description: 'Aucune page du registre n’a jamais été publiée à cette adresse.',
  },
  ways: {
    home: 'Partir de la page d’accueil',
    changes: 'Parcourir les modifications',
    programmes: 'Voir tous les programmes',
  },
  follow: {
    button: 'Suivre',
    how: 'Donnez l’une de ces adresses à un lecteur de flux. Il vous dira {what}.',
    corrections: 'où le registre se trompait, et pourquoi',
    everything: 'ce qu’il y a de nouveau dans tout le registre',
    record: {
      actor: 'ce qu’il y a de nouveau sur cet acteur, et ce qui a été rectifié',
      issue: 'ce qu’il y a de nouveau sur cette question, et ce qui a été rectifié',
      programme: 'ce qu’il y a de nouveau sur ce programme, et ce qui a été rectifié',
    },
  },
  tools: {
    cite: 'Citer',
    history: 'Historique',
    permanent: 'Adresse permanente',
    changed: 'Dernière modification',
    state: 'Version {version}, <when></when>.',
    allVerified: '{count, plural, one {# passage, vérifié} other {# passages, tous vérifiés}}.',
    someVerified: '{count, plural, one {# passage} other {# passages}}\u202f: {verified, number} vérifiés, {not} non.',
  },
  whereYouAre: 'Où vous êtes',
  correction: {
    title: 'Rectification sur cette page',
    noNote: 'La rédaction n’a pas laissé de note.',
    see: 'Voir ce qui a changé',
  },
  cite: {
    title: 'Citer cette page',
    text: '«\u202f<title></title>\u202f»{stop} <i>Rapporteur</i>, version {version}, <when></when>. <address></address>',
    always: 'Cette adresse montrera toujours la version {version}.',
    download: 'Télécharger<hidden> au format {format}</hidden>',
  },
  told: {
    changed: 'Original, modifié depuis la traduction',
    new: 'Original, ajouté depuis la traduction',
    untranslated: 'Original, non traduit',
  },
  translation: {
    label: 'À propos de cette traduction',
    from: 'Traduction {language, select, uk {ukrainienne} hu {hongroise} fr {française} other {allemande}} de <version>la version {revision}</version>, publiée le <when></when>.',
    unpublished:
      'Traduction {language, select, uk {ukrainienne} hu {hongroise} fr {française} other {allemande}} de <version>la version {revision}</version>, pas encore publiée.',
    outdated:
      'L’original a évolué depuis\u202f: {count, plural, one {# texte a changé, est apparu ou a disparu, et figure} other {# textes ont changé, sont apparus ou ont disparu, et figurent}} ici tel que le dit l’original aujourd’hui. <see>Voir ce qui a changé</see>.',
    same: 'L’original en est à cette même version.',
    later: 'L’original en est à la version {version}\u202f; aucun texte traduit n’a changé.',
    original: 'Lire l’original',
    none: 'Cette fiche n’est pas traduite en français\u202f: elle est donnée dans sa langue d’origine, l’anglais.',
    alsoIn: 'Aussi en\u202f:',
    others: 'Autres traductions\u202f:',
  },
};
