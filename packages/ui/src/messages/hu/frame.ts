import type { frame as original } from '../en/frame';
import type { Translation } from '../translation';

export const frame: Translation<typeof original> = {
  skip: 'Ugrás a tartalomhoz',
  siteTitle: 'Rapporteur: a diplomácia nyilvános nyilvántartása',
  main: 'Főmenü',
  sections: {
    programmes: 'Programok',
    issues: 'Kérdések',
    statements: 'Nyilatkozatok',
    sources: 'Források',
    articles: 'Cikkek',
    changes: 'Változások',
    positions: 'Álláspontok',
    commitments: 'Vállalások',
    actors: 'Szereplők',
    events: 'Események',
    corrections: 'Helyesbítések',
  },
  search: {
    form: 'A teljes nyilvántartás',
    label: 'Keresés a nyilvántartásban',
    button: 'Keresés',
  },
  language: 'Nyelv',
  footer: {
    lead: 'Nyilvános nyilvántartás arról, miben állapodtak meg, ki mondta ki, és hol van leírva.',
    records: 'Bejegyzések',
    who: 'Kik és hol',
    evidence: 'Bizonyítékok',
    past: 'Olvasás egy korábbi napon',
    data: 'Nyílt adatok',
  },
  asOf: {
    label: 'Időpont:',
    today: 'ma',
    title: 'A nyilvántartás korábbi állapota',
    day: 'Nap',
    time: 'Időpont (UTC)',
    button: 'Az oldal akkori állapota',
    hint: 'Időpont nélkül a nap vége számít. A korábbi oldal azt mutatja, amit a nyilvántartás akkor állított, a későbbi helyesbítések nélkül.',
  },
  past: {
    label: 'A nyilvántartás korábbi állapotát olvassa',
    text: 'A nyilvántartásnak ezt az állapotát olvassa: <when></when>.',
    another: 'Másik időpont választása',
    back: 'Vissza a mai állapothoz',
    clock: 'Ami addig megjelent',
    today: 'Ma',
    version: '{version}. változat',
    change: '{change}. változás',
  },
};
