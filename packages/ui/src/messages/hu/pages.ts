import type { pages as original } from '../en/pages';
import type { Translation } from '../translation';

export const pages: Translation<typeof original> = {
  home: {
    description:
      'Miben állapodtak meg, ki mondta ki, és hol van leírva: a nemzetközi együttműködési programok nyilvános nyilvántartása.',
    agreed: 'Miben állapodtak meg,',
    said: 'ki mondta ki,',
    written: 'és hol van leírva',
    searchHint: 'Program, személy, kérdés, kifejezés',
    lead: 'A nemzetközi együttműködési programok és a körülöttük folyó diplomácia nyilvános nyilvántartása. Minden állítás egy részleten alapul, amelyet Ön is elolvashat.',
    howMuch: 'Mennyi van a nyilvántartásban',
    lately: 'A legutóbbi változások',
    programmes: 'A legújabb programok',
    allProgrammes: 'Minden program',
    noProgramme: 'Még nincs program a nyilvántartásban.',
    contested: 'A legvitatottabb kérdések',
    allIssues: 'Minden kérdés',
    article: 'A legutóbbi cikk',
    allArticles: 'Minden cikk',
    past: 'A teljes nyilvántartás, ahogy kezdete óta bármely pillanatban állt.',
  },
  feed: {
    whole: 'A teljes nyilvántartás',
    wholeText: 'Ami megjelent, amit helyesbítettünk, frissítettünk és visszavontunk, a legújabb változás elöl.',
    about: {
      actor: 'Mi új erről: {title}; a legújabb változás elöl.',
      issue: 'Mi új erről: {title}; a legújabb változás elöl.',
      programme: 'Mi új erről: {title}; a legújabb változás elöl.',
    },
    correctionsText: 'Hol tévedett a nyilvántartás: mit helyesbítettünk vagy vontunk vissza, és miért.',
    merged: {
      source: 'Összevont bejegyzés',
      actor: 'Összevont bejegyzés',
      event: 'Összevont bejegyzés',
      programme: 'Összevont bejegyzés',
      issue: 'Összevont bejegyzés',
      statement: 'Összevont bejegyzés',
      position: 'Összevont bejegyzés',
      commitment: 'Összevont bejegyzés',
      article: 'Összevont bejegyzés',
    },
    left: 'Ez a bejegyzés már nem tartozik ide',
    version: '{action}, {version}. változat',
    noted: '{what}: {note}',
    into: 'Most már ennek része: „{title}”.',
  },
  changes: {
    title: 'Helyesbítések és változások',
    description: 'A nyilvántartás minden nyilvános változása okkal és ujjlenyomattal.',
    lead: 'Ha a nyilvántartás tévedett, elmondjuk, mi állt benne, mi áll benne most, és miért. Semmi sem tűnik el: minden korábbi változat megtartja a címét, és minden változás hordozza az előző ujjlenyomatát.',
    nothing: 'Még semmi sem jelent meg',
    nothingStop: 'Még semmi sem jelent meg.',
    first: 'Itt áll majd a nyilvántartás első változása.',
    wrong: 'Helyesbítések és visszavonások',
    all: 'Minden változás',
    compare: 'Két nap összehasonlítása',
    what: 'Mi minek számít',
  },
  corrections: {
    title: 'Helyesbítések',
    description: 'Hol tévedett a nyilvántartás: mi állt benne, mi áll benne most, és miért.',
    lead: 'Ha a nyilvántartás tévedett, elmondjuk, mi állt benne, mi áll benne most, és miért. Semmi sem tűnik el: minden korábbi változat megtartja a címét.',
    nothing: 'Még semmit sem helyesbítettünk',
    nothingBefore: 'Azelőtt semmit sem helyesbítettünk',
    willStand: 'Itt áll majd a helyesbítés, visszavonás vagy összevonás az okával. <all>Minden változás</all>.',
    latest: 'Helyesbítések és visszavonások, a legutóbbi elöl',
  },
  at: {
    title: 'Olvasás egy korábbi napon',
    description: 'A nyilvántartás minden oldala elolvasható úgy, ahogy bármely pillanatban állt.',
    lead: 'Minden oldal elolvasható úgy, ahogy bármely pillanatban állt: amit addig közzétettünk, a később megtudottak nélkül. A korábbi oldal hivatkozásai ugyanabban az időpontban vezetnek tovább.',
    change: 'Vagy kezdje egy változásnál',
    badDay: 'A napot év, hónap és nap sorrendben adja meg, például 2023-11-30.',
    badTime: 'Az időt órában és percben adja meg, például 12:00.',
    noSuch: 'Nincs ilyen időpont: {moment}.',
    notYet: 'Ez az időpont még nem jött el. Válasszon a mostaninál nem későbbit.',
  },
  version: {
    label: 'Melyik változatot olvassa',
    readingSince: 'Ön a(z) {version}. változatot olvassa; közzétéve: <when></when>.',
    withdrawn: 'Ezt a változatot visszavontuk. A(z) {version}. változat nyilvános. <page>Elolvasom</page>',
    newest: 'Ez a legújabb. <page>A bejegyzés oldalára</page>',
    newer: 'A(z) {version}. változat újabb. <page>Elolvasom</page> vagy <diff>mi változott</diff>',
  },
  source: {
    description: '{title}: a nyilvántartás forrása minden felhasznált részlettel.',
  },
  trouble: {
    away: {
      title: 'A nyilvántartás nem válaszol',
      text: 'Ezt az oldalt most nem sikerült beolvasni. Semmi sem veszett el: a nyilvántartás és minden változata megvan. Próbálja újra egy perc múlva.',
    },
    busy: {
      title: 'Túl sok oldalt kérnek egyszerre',
      text: 'Ennek az oldalnak várnia kell a sorára, és a várakozás túl hosszú volt. Próbálja újra néhány másodperc múlva.',
    },
    guessed: {
      title: 'Túl sok előnézeti cím próbálása',
      text: 'Az Ön hálózatából sok nem működő előnézeti címet próbáltak ki. Ellenőrizze a kapott hivatkozást, és próbálja újra negyedóra múlva.',
    },
    asked: {
      title: 'Túl sok levelet kértek',
      text: 'Az Ön hálózatából az elmúlt órában sok levelet kértek. Próbálja újra később; a hírcsatornák addig is ugyanezt tudatják.',
    },
    foreign: {
      title: 'Ez az űrlap máshonnan érkezett',
      text: 'Nem e webhely egyik oldala küldte, ezért semmi sem történt. Nyissa meg itt az oldalt, és onnan küldje el az űrlapot.',
    },
    failed: {
      title: 'Ezt az oldalt nem sikerült elkészíteni',
      text: 'A hiba nálunk van, és feljegyeztük. Maga a nyilvántartás sértetlen, és minden más oldala olvasható.',
    },
    future: {
      title: 'Ez az időpont még nem jött el',
      text: 'A nyilvántartás bármely eddigi pillanat állapotában olvasható. Válasszon korábbit.',
    },
    unreadable: {
      title: 'Ez a cím nem olvasható',
      text: 'Olyasmi van benne, ami ennek a webhelynek egyetlen címében sincs. Ellenőrizze, vagy induljon a kezdőlapról.',
    },
  },
};
