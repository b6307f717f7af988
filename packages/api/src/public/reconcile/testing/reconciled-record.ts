import { sampleSource, sampleState } from '@rapporteur/core/bundle/sample';

const identifiers = (two: string, three: string, wikidata: string) => [
  { scheme: 'iso3166-1-alpha-2', value: two },
  { scheme: 'iso3166-1-alpha-3', value: three },
  { scheme: 'wikidata', value: wikidata },
];

function actor(slug: string, type: string, names: [text: string, language: string][], more: object = {}) {
  const state = sampleState(slug);
  const told = names.map(([text, language], at) => ({ text, language, use: at === 0 ? 'preferred' : 'alias' }));
  const fields = [...names.map((_, at) => `/names/${at}`), ...('memberships' in more ? ['/memberships/0'] : [])];
  const citations = fields.map((field) => ({ ...state.citations[0], field }));
  return { ...state, content: { ...state.content, type, names: told, ...more }, citations };
}

/** Actors that are told apart by their names, types and identifiers; `gone` is there to be withdrawn. */
export const reconciledRecord = [
  sampleSource,
  actor('league', 'organisation', [['League of Straits', 'en']]),
  actor('talland', 'state', [['Talland', 'en'], ['Tallország', 'hu'], ['Талландія', 'uk'], ['Republic of Talland', 'en']], {
    identifiers: identifiers('TL', 'TLD', 'Q990001'),
    description: 'A state on <both> sides of the strait.',
    memberships: [{ organisation: 'actors/league', role: null, period: '1995/..' }],
  }),
  actor('ostland', 'state', [['Ostland', 'en']], { identifiers: identifiers('OL', 'OLD', 'Q990002') }),
  actor('arpad-szilvassy', 'person', [['Árpád Szilvássy', 'en'], ['Арпад Сілваші', 'uk']]),
  actor('harbour-of-the-north', 'body', [['Harbour', 'en']]),
  actor('harbour-of-the-south', 'organisation', [['Harbour', 'en']]),
  actor('grain-union', 'organisation', [['Grain Reserve Union', 'en'], ['GRU', 'en']], {
    identifiers: [{ scheme: 'wikidata', value: 'Q990004' }],
  }),
  // More namesakes than are weighed, and one of another type whose name is less like theirs.
  ...Array.from({ length: 41 }, (_, at) => actor(`quayside-${at}`, 'body', [['Quayside', 'en']])),
  actor('quayside-republic', 'state', [['Quaysides', 'en']]),
  actor('gone', 'state', [['Goneland', 'en']], { identifiers: [{ scheme: 'wikidata', value: 'Q990003' }] }),
]; // prettier-ignore
