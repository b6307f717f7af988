import type { regions as original } from '../en/regions';
import type { Translation } from '../translation';

export const regions: Translation<typeof original> = {
  label: 'Régió',
  all: 'Az egész világ',
  source:
    'A régiók az Egyesült Nemzetek földrajzi régiói (M49), a nyilvántartásban szereplő ISO 3166-1 kód szerint. Azt mondják meg, hol van egy hely, nem azt, hogy kié.',
  unplacedPositions:
    '{count, number} álláspont kimaradt: szereplőjének nincs kódja a nyilvántartásban, régiót pedig soha nem találgatunk.',
  withoutCode: 'Akinek nincs ilyen kódja, annak nincs régiója, és itt nem szerepel: régiót soha nem találgatunk.',
  none: 'Nincs régió: a nyilvántartásban nincs olyan ISO 3166-1 kód, amelynek volna.',
  form: 'Mely szereplők láthatók',
  type: 'Fajta',
  anyType: 'Minden fajta',
  show: 'Ezek megjelenítése',
};
