import type { regions as original } from '../en/regions';
import type { Translation } from '../translation';

export const regions: Translation<typeof original> = {
  label: 'Région',
  all: 'Le monde entier',
  source:
    'Les régions sont les régions géographiques des Nations Unies (M49), d’après le code ISO 3166-1 au registre. Elles disent où se trouve un lieu, non à qui il est.',
  unplacedPositions:
    '{count, plural, one {# position est omise} other {# positions sont omises}}\u202f: aucun code n’est au registre pour {count, plural, one {son acteur} other {leurs acteurs}}, et une région n’est jamais devinée.',
  withoutCode:
    'Les acteurs sans un tel code n’ont pas de région et ne figurent pas ici\u202f: une région n’est jamais devinée.',
  none: 'Aucune région\u202f: aucun code ISO 3166-1 qui en ait une n’est au registre.',
  form: 'Quels acteurs figurent dans la liste',
  type: 'Type',
  anyType: 'Tous les types',
  show: 'Afficher ces acteurs',
};
