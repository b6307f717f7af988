import type { records as original } from '../en/records';
import type { Translation } from '../translation';

export const records: Translation<typeof original> = {
  withdrawnKind: {
    source: 'Visszavont forrás',
    actor: 'Visszavont szereplő',
    event: 'Visszavont esemény',
    programme: 'Visszavont program',
    issue: 'Visszavont kérdés',
    statement: 'Visszavont nyilatkozat',
    position: 'Visszavont álláspont',
    commitment: 'Visszavont vállalás',
    article: 'Visszavont cikk',
  },
  version: '{version}. változat',
  tombstone: {
    crumb: 'Visszavonva',
    title: {
      source: 'Ezt a forrást visszavontuk',
      actor: 'Ezt a szereplőt visszavontuk',
      event: 'Ezt az eseményt visszavontuk',
      programme: 'Ezt a programot visszavontuk',
      issue: 'Ezt a kérdést visszavontuk',
      statement: 'Ezt a nyilatkozatot visszavontuk',
      position: 'Ezt az álláspontot visszavontuk',
      commitment: 'Ezt a vállalást visszavontuk',
      article: 'Ezt a cikket visszavontuk',
    },
    text: 'Már nem érvényes. A visszavonás napja: <when></when>. A cím megmarad, hogy aki ide érkezik, megtudja az okát.',
    why: 'Miért',
    noReason: 'A szerkesztők nem adtak meg okot.',
    history: 'A bejegyzés története',
    before: 'Az oldal a visszavonás előtt',
    description: 'Ezt a bejegyzést visszavontuk.',
  },
  nothing: {
    title: 'Ezen a címen nincs semmi',
    text: 'Itt sosem jelent meg oldal, vagy csak az Ön által olvasott időpont után jelent meg.',
    head: 'Itt nincs semmi',
    description: 'Ezen a címen sosem jelent meg oldal.',
  },
  ways: {
    home: 'Tovább a kezdőlapra',
    changes: 'A változások áttekintése',
    programmes: 'Az összes program',
  },
  follow: {
    button: 'Követés',
    how: 'Adja meg e címek egyikét egy hírolvasónak. Az értesíti arról, {what}.',
    corrections: 'hol és miért tévedett a nyilvántartás',
    everything: 'mi új a teljes nyilvántartásban',
    record: {
      actor: 'mi új erről a szereplőről, és mit helyesbítettünk',
      issue: 'mi új ebben a kérdésben, és mit helyesbítettünk',
      programme: 'mi új erről a programról, és mit helyesbítettünk',
    },
  },
  tools: {
    cite: 'Hivatkozás',
    history: 'Előzmények',
    permanent: 'Állandó cím',
    changed: 'Az utolsó változás',
    state: '{version}. változat, <when></when>',
    allVerified: '{count, number} részlet, mind ellenőrizve.',
    someVerified: '{count, number} részlet: {verified, number} ellenőrizve, {not} nem.',
  },
  whereYouAre: 'Hol jár most',
  correction: {
    title: 'Helyesbítés ezen az oldalon',
    noNote: 'A szerkesztők nem fűztek hozzá megjegyzést.',
    see: 'Mi változott',
  },
  cite: {
    title: 'Hivatkozás erre az oldalra',
    text: '„<title></title>”{stop} <i>Rapporteur</i>, {version}. változat, <when></when>. <address></address>',
    always: 'Ez a cím mindig a(z) {version}. változatot mutatja.',
    download: 'Letöltés<hidden> {format} formátumban</hidden>',
  },
  told: {
    changed: 'Eredeti, a fordítás óta megváltozott',
    new: 'Eredeti, a fordítás óta került ide',
    untranslated: 'Eredeti, nincs lefordítva',
  },
  translation: {
    label: 'Erről a fordításról',
    from: '{language, select, uk {Ukrán} hu {Magyar} fr {Francia} other {Német}} fordítás a(z) <version>{revision}. változatból</version>, közzétéve: <when></when>',
    unpublished:
      '{language, select, uk {Ukrán} hu {Magyar} fr {Francia} other {Német}} fordítás a(z) <version>{revision}. változatból</version>, még nem jelent meg.',
    outdated:
      'Az eredeti azóta változott: {count, number} szöveg módosult, bekerült vagy kikerült, és úgy látható, ahogy az eredetiben most áll. <see>Mi változott</see>.',
    same: 'Az eredeti is ennél a változatnál tart.',
    later: 'Az eredeti a(z) {version}. változatnál tart; a lefordított szövegek nem változtak.',
    original: 'Az eredeti olvasása',
    none: 'Ez a bejegyzés nincs magyarra fordítva: eredeti nyelvén, angolul olvasható.',
    alsoIn: 'Elérhető még:',
    others: 'Más fordítások:',
  },
};
