import type { answer as original } from '../en/answer';
import type { Translation } from '../translation';

export const answer: Translation<typeof original> = {
  cite: {
    title: 'Hivatkozás erre a válaszra',
    text: '„{title}.” <i>Rapporteur</i>, a nyilvántartás {version}. változata, <when></when>.',
    tooLong: 'Ez a kérdés túl hosszú egy állandó címhez. A hivatkozáshoz kevesebb szót keressen.',
    opens:
      'Ez a cím újra megnyitja a kérdést a mostani válasszal ({count, number} bejegyzés) és azzal, ami azóta változott.',
    opensMost:
      'Ez a cím újra megnyitja a kérdést a mostani válasszal ({count, number} bejegyzés, az első {most, number} a többől) és azzal, ami azóta változott.',
    fingerprint: 'A válasz ujjlenyomata, SHA-256: <code></code>',
  },
  title: {
    related: '{list}: {title}',
    search: 'Keresés',
    searchFor: 'Keresés: „{question}”',
    since: 'ettől: {date}',
    until: 'eddig: {date}',
  },
  description: 'A nyilvántartás {version}. változatának válasza, és ami azóta változott.',
  lead: 'Ezt a kérdést a nyilvántartás {version}. változatához intézték (<when></when>). Íme az akkori válasz, és ami azóta változott.',
  stood: 'Az akkori válasz',
  nothingThen: 'Akkor semmi sem felelt erre a kérdésre a nyilvántartásban.',
  verified: {
    title: 'Ez az a válasz, amelyre hivatkoztak',
    text: 'Most újra elkészült a nyilvántartásból, és az ujjlenyomata megegyezik a címében lévővel.',
    document: 'A válasz dokumentumként<hidden>, amelyé ez az SHA-256</hidden>',
  },
  altered: {
    title: 'Ez nem az a válasz, amelyre hivatkoztak',
    text: 'A nyilvántartás ehhez a változathoz más választ ad, mint amelynek az ujjlenyomatát a cím tartalmazza. Vagy a cím változott meg útközben, vagy a nyilvántartás másként válaszol az ilyen kérdésekre, mint korábban. Vesse össze annak a dokumentumával, aki hivatkozott rá, és ne hivatkozzon erre az oldalra.',
    region:
      'Egy régióra kérdeztek. A régiókat e telepítés táblája adja (ENSZ M49), amely nem része a nyilvántartásnak: ha azóta változott, a válasz más, noha semmit sem módosítottak.',
  },
  ways: {
    label: 'Tovább',
    stood: 'Az akkori oldal',
    moved: '(a nyilvántartás ugyanabban a másodpercben újra változott: az az oldal a későbbi állapotot mutatja)',
    now: 'A mostani oldal',
  },
  since: {
    title: 'Mi változott azóta',
    same: 'Semmi. A nyilvántartás {version}. változata ugyanazt a választ adja.',
    moved:
      'A nyilvántartás {version}. változata, <when></when>: {added, number} új, {gone, number} kikerült, {changed, number} megváltozott.',
    onlyFirst:
      'Csak az első {most, number} bejegyzés összevetése történik meg, így egy bejegyzés pusztán a listán elfoglalt helye miatt is bekerülhetett vagy kieshetett.',
    added: 'Új a válaszban ({count})',
    gone: 'Már nincs a válaszban ({count})',
    changed: 'Megváltozott ({count})',
    versions: '{from}. és {to}. változat<hidden>: {title}</hidden>',
  },
  more: 'És még {count, number} a válasz dokumentumában.',
  version: '{version}. változat<hidden>: {title}</hidden>',
};
