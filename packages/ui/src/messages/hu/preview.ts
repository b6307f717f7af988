import type { preview as original } from '../en/preview';
import type { Translation } from '../translation';

export const preview: Translation<typeof original> = {
  title: 'Előnézet: {title}',
  label: 'Ez előnézet',
  lead: 'Előnézet, nem jelent meg.',
  version:
    'A {version}. változat, ahogy az olvasók látnák: {standing, select, approved {jóváhagyva} other {még nincs jóváhagyva}}.',
  translation:
    'A fordítás ({language}) {version}. változata, ahogy az olvasók látnák: {standing, select, approved {jóváhagyva} other {még nincs jóváhagyva}}. Az eredeti nyilvános.',
  may: 'Még változhat, és az is lehet, hogy soha nem jelenik meg.',
  terms: 'Ne idézze, és ne adja tovább. Ez a cím legkésőbb eddig működik: <when></when>.',
  comes: 'E változat története és állandó címe a megjelenésével jön létre.',
};
