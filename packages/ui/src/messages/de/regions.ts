import type { regions as original } from '../en/regions';
import type { Translation } from '../translation';

export const regions: Translation<typeof original> = {
  label: 'Region',
  all: 'Die ganze Welt',
  source:
    'Regionen sind die geografischen Regionen der Vereinten Nationen (M49), nach dem Code der ISO 3166-1 im Register. Sie sagen, wo ein Ort liegt, nicht, wem er gehört.',
  unplacedPositions:
    '{count, plural, one {# Position fehlt} other {# Positionen fehlen}} hier: Für {count, plural, one {ihren Akteur} other {ihre Akteure}} steht kein Code im Register, und eine Region wird nie erraten.',
  withoutCode:
    'Akteure ohne einen solchen Code haben keine Region und stehen hier nicht: Eine Region wird nie erraten.',
  none: 'Keine Region: Kein Code der ISO 3166-1, der eine hat, steht im Register.',
  form: 'Welche Akteure aufgeführt sind',
  type: 'Art',
  anyType: 'Jede Art',
  show: 'Diese Akteure anzeigen',
};
