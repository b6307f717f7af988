import type { lists as original } from '../en/lists';
import type { Translation } from '../translation';

export const lists: Translation<typeof original> = {
  count: {
    passage: '{count, number} részlet',
    position: '{more, select, true {több mint } other {}}{count, number} álláspont',
    statement: '{more, select, true {több mint } other {}}{count, number} nyilatkozat',
    vote: '{more, select, true {több mint } other {}}{count, number} szavazás',
    event: '{more, select, true {több mint } other {}}{count, number} esemény',
    record: '{more, select, true {több mint } other {}}{count, number} bejegyzés',
  },
  more: {
    position:
      '{more, select, true {Több mint } other {}}{count, number} álláspontból a legújabb {shown, number}. <all>Az összes álláspont</all>',
    statement:
      '{more, select, true {Több mint } other {}}{count, number} nyilatkozatból a legújabb {shown, number}. <all>Az összes nyilatkozat</all>',
    vote: '{more, select, true {Több mint } other {}}{count, number} szavazásból a legújabb {shown, number}. <all>Az összes szavazás</all>',
    mention:
      '{more, select, true {Több mint } other {}}{count, number} említésből a legújabb {shown, number}. <all>Az összes említés</all>',
  },
  intro: {
    source:
      'A dokumentumok, amelyeken a nyilvántartás alapul; mindegyikről archivált másolat őrzi az összes felhasznált részletet.',
    actor: 'Államok, szervezetek, testületek és személyek: mit képviselnek, és mit mondtak.',
    event: 'Találkozók, sajtótájékoztatók, csúcstalálkozók és szavazások, és ami ott elhangzott.',
    programme: 'Miben állapodtak meg, milyen formában, és mit hagytak ki kifejezetten.',
    issue: 'A kérdések, amelyekben a szereplők állást foglalnak.',
    statement: 'Ki mit mondott, aznap milyen minőségben, és hogyan jutottak el hozzánk a szavai.',
    position: 'Mit képviselnek az egyes szereplők egy kérdésben, fordulatról fordulatra.',
    commitment: 'Ki mit vállalt és kinek, és meddig jutott.',
    article: 'A szerkesztők írásai, amelyekben minden állítás egy részlethez vezet.',
  },
  none: 'Nincs a nyilvántartásban',
  onRecord: {
    source: '{count, number} forrás a nyilvántartásban',
    actor: '{count, number} szereplő a nyilvántartásban',
    event: '{count, number} esemény a nyilvántartásban',
    programme: '{count, number} program a nyilvántartásban',
    issue: '{count, number} kérdés a nyilvántartásban',
    statement: '{count, number} nyilatkozat a nyilvántartásban',
    position: '{count, number} álláspont a nyilvántartásban',
    commitment: '{count, number} vállalás a nyilvántartásban',
    article: '{count, number} cikk a nyilvántartásban',
  },
  kindCount: {
    source: 'forrás',
    actor: 'szereplő',
    event: 'esemény',
    programme: 'program',
    issue: 'kérdés',
    statement: 'nyilatkozat',
    position: 'álláspont',
    commitment: 'vállalás',
    article: 'cikk',
  },
  sources: {
    parts: 'Egy mű részei, sorrendben. Mindegyik önálló forrás.',
    count: '{count, number} rész',
    all: 'Minden forrás',
    form: 'Mely források láthatók',
    kind: 'Fajta',
    anyKind: 'Bármely fajta',
    publisher: 'Kiadó',
    anyPublisher: 'Bármely kiadó',
    year: 'Év',
    show: 'E források megjelenítése',
  },
  misfits: {
    title: 'E cím egy része nem kérdezhető.',
    left: 'Kihagytuk. Minden más úgy maradt, ahogyan kérdezték.',
    misfit:
      '{name, select, kind {„{value}” nem bejegyzésfajta.} stance {„{value}” nem álláspont.} actor {„{value}” nem szereplő azonosítója.} issue {„{value}” nem kérdés azonosítója.} programme {„{value}” nem program azonosítója.} publisher {„{value}” nem szereplő azonosítója.} language {„{value}” nem olyan nyelv, amelyen bejegyzések találhatók.} year {„{value}” nem olyan év, mint 2024.} years {„{value}” nem év 0001 és 9999 között.} from {„{value}” nem olyan nap, mint 2024-01-31.} to {„{value}” nem olyan nap, mint 2024-01-31.} on {„{value}” nem olyan nap, mint 2024-01-31.} type {„{value}” nem szereplőtípus.} region {„{value}” nem az ENSZ régiója.} member {„{value}” nem szervezet címe.} form {„{value}” nem forrásfajta.} of {„{value}” nem mű címe.} sort {„{value}” nem létező sorrend.} change {„{value}” nem változásfajta.} after {A folytatás helyét egyetlen oldal sem adta: ez a kezdet.} choice {„{value}” nem szavazat.} event {„{value}” nem eseménytípus.} question {„{value}” nem kérdés címe.} time {„{value}” nem olyan év, hónap vagy nap, mint 1975, 1975-06 vagy 1975-06-30.} other {„{value}” itt nem kérdezhető.}}',
  },
  nothing: 'Itt nincs semmi',
  nothingOfKind: {
    source:
      'Ezen a napon egyetlen forrás sincs a nyilvántartásban. Ez nem megállapítás a világról: itt még semmi sem jelent meg.',
    actor:
      'Ezen a napon egyetlen szereplő sincs a nyilvántartásban. Ez nem megállapítás a világról: itt még semmi sem jelent meg.',
    event:
      'Ezen a napon egyetlen esemény sincs a nyilvántartásban. Ez nem megállapítás a világról: itt még semmi sem jelent meg.',
    programme:
      'Ezen a napon egyetlen program sincs a nyilvántartásban. Ez nem megállapítás a világról: itt még semmi sem jelent meg.',
    issue:
      'Ezen a napon egyetlen kérdés sincs a nyilvántartásban. Ez nem megállapítás a világról: itt még semmi sem jelent meg.',
    statement:
      'Ezen a napon egyetlen nyilatkozat sincs a nyilvántartásban. Ez nem megállapítás a világról: itt még semmi sem jelent meg.',
    position:
      'Ezen a napon egyetlen álláspont sincs a nyilvántartásban. Ez nem megállapítás a világról: itt még semmi sem jelent meg.',
    commitment:
      'Ezen a napon egyetlen vállalás sincs a nyilvántartásban. Ez nem megállapítás a világról: itt még semmi sem jelent meg.',
    article:
      'Ezen a napon egyetlen cikk sincs a nyilvántartásban. Ez nem megállapítás a világról: itt még semmi sem jelent meg.',
  },
  nothingNarrowed:
    'Ezen a napon nincs ilyen fajtájú és régiójú szereplő a nyilvántartásban. Ez nem megállapítás a világról.',
  emptyPage: 'A lista ezen oldala üres.',
  list: 'Lista: {kinds}',
  allOnRecord: '{kinds} a nyilvántartásban',
  description: '{kinds} a nyilvántartásban, a részletekkel, amelyeken alapulnak.',
  pages: 'A lista oldalai',
  start: 'Vissza az elejére',
  further: 'Tovább',
  related: {
    nothing: 'Ezen a napon erről nincs semmi a nyilvántartásban.',
    statements: 'Nyilatkozatok',
    positions: 'Álláspontok',
    mentions: 'Említések',
    votes: 'Szavazások',
    votesLead: 'Minden szavazás, amelyben a szereplő szavazata szerepel a nyilvántartásban, a legújabb elöl.',
    passage: 'Egy részlet',
    tag: '{kind}, {list}',
    title: '{list}: {title}',
    description: {
      source: '{list} a nyilvántartásban, mind: {title}.',
      actor: '{list} a nyilvántartásban, mind: {title}.',
      event: '{list} a nyilvántartásban, mind: {title}.',
      programme: '{list} a nyilvántartásban, mind: {title}.',
      issue: '{list} a nyilvántartásban, mind: {title}.',
      statement: '{list} a nyilvántartásban, mind: {title}.',
      position: '{list} a nyilvántartásban, mind: {title}.',
      commitment: '{list} a nyilvántartásban, mind: {title}.',
      article: '{list} a nyilvántartásban, mind: {title}.',
    },
    statementsOn: {
      actor: 'A szereplő saját vagy nevében tett összes nyilatkozata a nyilvántartásban, a legújabb elöl.',
      event: 'Minden ott tett nyilatkozat a nyilvántartásban, a legújabb elöl.',
      issue: 'Minden nyilatkozat a nyilvántartásban, amely erről a kérdésről állít valamit, a legújabb elöl.',
      programme: 'Minden nyilatkozat a nyilvántartásban erről a programról, a legújabb elöl.',
      other: 'Az ilyen bejegyzésekhez nem tartoznak nyilatkozatok.',
    },
    statementsTitle: 'Nyilatkozatok a nyilvántartásban',
    positionsLead:
      'Minden ide tartozó álláspont a nyilvántartásban, a legutóbb mozdult elöl. A fel nem sorolt szereplőnek nincs álláspontja a nyilvántartásban, ami nem semlegesség.',
    positionsTitle: 'Álláspontok a nyilvántartásban',
    mentionsLead: 'Minden bejegyzés, amely ezt említi, és hogy hol: módonként külön, a legújabb elöl.',
    mentionsTitle: 'Az ezt említő bejegyzések',
    passageLead: 'A forrás egy részlete és a nyilvántartás minden helye, amely erre épül.',
    passageOpen: 'A forrás megnyitása ennél a részletnél',
    passageRests: 'Mi épül rá',
    passageTitle: 'Részlet: {title}',
    passageDescription: '„{text}”: mi épül erre a részletre.',
  },
  home: {
    noProvision: 'Még nincs rendelkezés a nyilvántartásban.',
    moreProvisions: 'még {count, number}',
    notMentioned: '{count, number} nincs említve',
    contested:
      'Minden szereplőnek, akinek álláspontja a nyilvántartásban van, egy jele van. Aki nincs számba véve, az nem semleges.',
    issue: 'Kérdés',
    positionsOnRecord: 'Álláspontok a nyilvántartásban',
    positions: 'Álláspontok',
    latest: 'Legutóbbi fordulat',
    none: 'Nincs a nyilvántartásban',
  },
};
