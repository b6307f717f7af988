import type { alerts as original } from '../en/alerts';
import type { Translation } from '../translation';

export const alerts: Translation<typeof original> = {
  title: 'Értesítés e-mailben',
  lead: 'Ami új: <page></page>, és amit helyesbítettünk.',
  whole: 'az egész nyilvántartás',
  corrections: 'a nyilvántartás helyesbítései',
  link: 'Vagy e-mailben',
  found: 'mi új abban, amit ez a keresés talál',
  feed: 'Mi új abban, amit ez a keresés talál, a legújabb változás elöl. {title}.',
  off: {
    title: 'Itt nincsenek értesítések e-mailben',
    text: 'A nyilvántartás e telepítése nem küld levelet, és nem fogad címeket.',
    feeds: 'Egy hírolvasó ugyanezt tudatja. Adja meg neki e címek egyikét:',
  },
  form: {
    problem: 'Ez nem e-mail-cím. Írja be úgy, ahogy levelet küldene rá, például ada@example.org.',
    email: 'Az Ön e-mail-címe',
    rhythm: 'Milyen gyakran',
    daily: 'Naponta egyszer, ha van új',
    atOnce: 'Azonnal, minden változáskor',
    button: 'Kérem a megerősítő levelet',
    promise:
      'Egyetlen levelet küldünk, a következő címről: {sender}, megerősítő hivatkozással. Nélküle több nem érkezik, és a címét két nap múlva elfelejtjük. A címét csak erre használjuk, senkinek sem adjuk meg, és töröljük, ha kilép: erre minden levélben van hivatkozás.',
  },
  confirm: {
    title: 'Kér levelet a nyilvántartástól?',
    text: 'Azt kérte, hogy e-mailben értesítsük az újdonságokról. Ha Ön volt, nyomja meg a gombot. Ha nem, zárja be az oldalt: nem kap levelet, és a címét két nap múlva elfelejtjük.',
    button: 'Igen, kérek értesítést',
  },
  leave: {
    title: 'Nem kér több ilyen levelet?',
    text: 'Nyomja meg a gombot, és több nem érkezik. A címét azonnal töröljük.',
    button: 'E levelek leállítása',
  },
  done: {
    asked: {
      title: 'Nézze meg a postafiókját',
      text: 'Ha a cím kaphat tőlünk levelet, a megerősítő hivatkozás úton van. Ez eltarthat néhány percig. Egy címre naponta legfeljebb három ilyen levelet küldünk.',
    },
    confirmed: {
      title: 'E-mailben értesítjük',
      text: 'Mostantól értesítjük az újdonságokról. Minden levélben van hivatkozás, amellyel leállíthatja.',
    },
    expired: {
      title: 'Ez a hivatkozás már nem működik',
      text: 'A megerősítő hivatkozás két napig működik. Kérje újra azon az oldalon, amelyet követni szeretne.',
    },
    left: {
      title: 'Nem kap több ilyen levelet',
      text: 'Ez az értesítés véget ért, és vele töröltük a címét. Más oldalak értesítései, ha vannak, folytatódnak: mindegyiknek saját hivatkozása van.',
    },
    home: 'A nyilvántartáshoz',
  },
};
