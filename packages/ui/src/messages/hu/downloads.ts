import type { downloads as original } from '../en/downloads';
import type { Translation } from '../translation';

export const downloads: Translation<typeof original> = {
  title: 'Nyílt adatok',
  description:
    'A teljes nyilvános nyilvántartás letölthető: táblák CSV és JSON Lines formában, ellenőrző összegekkel, licenccel és hivatkozással.',
  lead: 'A teljes nyilvános nyilvántartás letölthető, mindig egy változatnál rögzítve. Minden nyilvános benne; minden mező ahhoz a szövegrészhez vezet, amelyen alapul.',
  none: {
    title: 'Az első letöltés készül',
    text: 'Ez az első közzététel után néhány percig tart, és akkor is, ha egy szöveget visszavontak. Addig itt minden oldal és minden lista olvasható.',
  },
  newest: {
    title: 'A nyilvántartás {version}. változata',
    asOf: 'Állapot: <when></when>.',
    all: 'Minden egy fájlban<hidden>, {version}. változat</hidden>',
    zip: 'ZIP, {size}',
  },
  licence: {
    title: 'Licenc',
    text: 'A nyilvántartás licence: <a>{title}</a>. A források szövegei megtartják saját licencüket; a források táblája megadja őket.',
  },
  cite: {
    title: 'Hivatkozás',
    text: '<i>Rapporteur</i>, a nyilvános nyilvántartás, {version}. változat, <when></when>, a nyilvántartás ujjlenyomata sha256:<hash></hash>. <address></address>',
  },
  hash: {
    why: 'A nyilvántartás ujjlenyomata a records.jsonl fájl SHA-256 értéke. Aki ezt az exportot egy másik telepítésbe importálja, ugyanezt kapja.',
    stays:
      'A változat és az ujjlenyomat érvényes marad. A három legújabb exportot őrizzük meg; a már nem elérhető export címe közli ezt, és a legújabbhoz vezet.',
  },
  use: {
    title: 'Használat',
    described:
      'A <a>datapackage.json</a> leírja, mit tartalmaz minden tábla és minden oszlop (Data Package 2.0). Az ezt ismerő programok minden táblát típusaival együtt betöltenek.',
    forms:
      'Minden tábla megvan CSV-ben a táblázatkezelőknek és JSON Lines formában a programoknak. A CSV-ben aposztróf áll azon cella előtt, amelyet egy táblázatkezelő lefuttatna; egy kezdő aposztrófot el kell venni.',
    resume: 'A megszakadt letöltés ott folytatódik, ahol abbamaradt: <code>curl -C - -O</code> és a fájl címe.',
    listed: 'Programok mindezt, minden fájl címével és ellenőrző összegével, itt találják: <a>/api/v1/exports</a>.',
    catalogue: 'A <a>dcat.jsonld</a> a nyílt adatok katalógusainak szóló leírás (DCAT 3).',
  },
  files: { title: 'Fájlok', file: 'Fájl', size: 'Méret', sum: 'SHA-256' },
  older: { title: 'Korábbi változatok', one: '{version}. változat, állapot: <when></when>' },
};
