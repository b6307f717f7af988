import { daysIn } from './days';
import type { Wording } from './wording';

export const french: Wording = {
  day: daysIn('fr-FR'),
  languages: 'fr-FR',
  confirm: {
    subject: 'Veuillez confirmer\u202f: courriels du registre',
    asked: (origin) =>
      `Quelqu’un a demandé sur ${origin} que cette adresse soit avertie par courriel de ce qui est nouveau dans le registre.`,
    press: 'Si c’était vous, ouvrez cette page et appuyez sur le bouton. Le lien est valable deux jours\u202f:',
    ignore: 'Sinon, ne faites rien. Vous ne recevrez rien, et votre adresse sera oubliée au bout de deux jours.',
  },
  subject: (count) => `Nouveau dans le registre\u202f: ${count} ${count < 2 ? 'changement' : 'changements'}`,
  whatIsNew: (name) => `Ce qui est nouveau\u202f: ${name}`,
  more: (shown, count) => `En voici ${shown} sur ${count}. Tous sont ici\u202f:`,
  because: (day, origin, rhythm, name) =>
    `Vous recevez ceci parce que le ${day} vous avez confirmé sur ${origin} vouloir être averti par courriel, ${
      rhythm === 'daily' ? 'une fois par jour' : 'aussitôt'
    }, de ce qui est nouveau\u202f: ${name}`,
  leave: 'Pour ne plus recevoir ces courriels, et que votre adresse soit oubliée\u202f:',
  changes: {
    publish: 'Nouveau',
    correct: 'Rectification',
    update: 'Mise à jour',
    withdraw: 'Retiré',
    merge: 'Fusionné',
  },
  kinds: {
    source: 'source',
    actor: 'acteur',
    event: 'événement',
    programme: 'programme',
    issue: 'question',
    statement: 'déclaration',
    position: 'position',
    commitment: 'engagement',
    article: 'article',
  },
  withdrawn: {
    source: 'Cette source a été retirée.',
    actor: 'Cet acteur a été retiré.',
    event: 'Cet événement a été retiré.',
    programme: 'Ce programme a été retiré.',
    issue: 'Cette question a été retirée.',
    statement: 'Cette déclaration a été retirée.',
    position: 'Cette position a été retirée.',
    commitment: 'Cet engagement a été retiré.',
    article: 'Cet article a été retiré.',
  },
  why: 'Pourquoi\u202f: ',
  into: (title) => `Il fait désormais partie de «\u202f${title}\u202f».`,
  version: 'Cette version\u202f: ',
  changed: 'Ce qui a changé\u202f: ',
  page: 'Sa page\u202f: ',
  names: {
    whole: 'tout le registre',
    corrections: 'les corrections du registre',
    aRecord: 'une fiche',
    quoted: (title) => `«\u202f${title}\u202f»`,
    search: (question) => `la recherche «\u202f${question}\u202f»`,
    anySearch: 'une recherche',
    withdrawn: 'une fiche retirée',
    noStance: 'sans position',
    stances: {
      supports: 'soutient',
      opposes: 's’oppose',
      conditional: 'conditionnel',
      abstains: 's’abstient',
      joined_consensus: 'rallié au consensus',
      blocked: 'bloque',
      absent: 'absent',
    },
    year: (year) => `en ${year}`,
    language: (name) => `langue\u202f: ${name}`,
    from: (day) => `à partir du ${day}`,
    until: (day) => `jusqu’au ${day}`,
  },
};
