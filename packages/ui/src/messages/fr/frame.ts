import type { frame as original } from '../en/frame';
import type { Translation } from '../translation';

export const frame: Translation<typeof original> = {
  skip: 'Aller au contenu',
  siteTitle: 'Rapporteur : le registre public de la diplomatie',
  main: 'Navigation principale',
  sections: {
    programmes: 'Programmes',
    issues: 'Questions',
    statements: 'Déclarations',
    sources: 'Sources',
    articles: 'Articles',
    changes: 'Modifications',
    positions: 'Positions',
    commitments: 'Engagements',
    actors: 'Acteurs',
    events: 'Événements',
    corrections: 'Rectifications',
  },
  search: {
    form: 'Tout le registre',
    label: 'Rechercher dans le registre',
    button: 'Rechercher',
  },
  language: 'Langue',
  footer: {
    lead: 'Un registre public de ce qui a été convenu, de qui l’a dit et de l’endroit où c’est écrit.',
    records: 'Fiches',
    who: 'Qui et où',
    evidence: 'Preuves',
    past: 'Lire à une date passée',
    data: 'Données ouvertes',
  },
  asOf: {
    label: 'Date\u202f:',
    today: 'aujourd’hui',
    title: 'Lire le registre tel qu’il était',
    day: 'Jour',
    time: 'Heure (UTC)',
    button: 'Lire la page à ce moment',
    hint: 'Sans heure, la fin de la journée. Une page passée montre ce que disait alors le registre, sans les rectifications ultérieures.',
  },
  past: {
    label: 'Vous lisez un état passé du registre',
    text: 'Vous lisez le registre tel qu’il était le <when></when>.',
    another: 'Choisir une autre date',
    back: 'Revenir à aujourd’hui',
    clock: 'Ce qui était publié à ce moment',
    today: 'Aujourd’hui',
    version: 'Version {version}',
    change: 'Modification {change}',
  },
};
