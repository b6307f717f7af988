import type { records as original } from '../en/records';
import type { Translation } from '../translation';

export const records: Translation<typeof original> = {
  withdrawnKind:
    'Visszavont {kind, select, source {forrás} actor {szereplő} event {esemény} programme {program} issue {kérdés} statement {nyilatkozat} position {álláspont} commitment {vállalás} other {cikk}}',
  version: '{version}. változat',
  tombstone: {
    crumb: 'Visszavonva',
    title:
      '{kind, select, source {Ezt a forrást} actor {Ezt a szereplőt} event {Ezt az eseményt} programme {Ezt a programot} issue {Ezt a kérdést} statement {Ezt a nyilatkozatot} position {Ezt az álláspontot} commitment {Ezt a vállalást} other {Ezt a cikket}} visszavontuk',
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
    record:
      'mi új {kind, select, actor {erről a szereplőről} issue {ebben a kérdésben} other {erről a programról}}, és mit helyesbítettünk',
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
    from: '{language, select, uk {Ukrán} hu {Magyar} fr {Francia} other {Német}} fordítás a(z) <version>{version}. változatból</version>, közzétéve: <when></when>',
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
