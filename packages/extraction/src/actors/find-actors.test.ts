import { describe, expect, it } from 'vitest';
import type { KnownActor, Language } from '../extraction';
import { read } from '../text/reading';
import { findActors } from './find-actors';

const actorsOf = (text: string, language: Language = 'en', published?: string) => {
  const reading = read(text, language);
  return findActors(reading, published === undefined ? {} : { published });
};
/** "name (kind)" of each actor. */
const names = (text: string, language: Language = 'en'): string[] =>
  actorsOf(text, language).actors.map(({ name, kind }) => `${name} (${kind})`);

describe('people', () => {
  it.each<[string, string, string | null, string | null, Language?]>([
    ['Avalian Foreign Minister Ada Moor left.', 'Ada Moor', 'Foreign Minister', null],
    ['Hungarian Foreign Minister Ada Moor left.', 'Ada Moor', 'Foreign Minister', 'Hungary'],
    ['NATO Secretary-General Bo van der Lund spoke.', 'Bo van der Lund', 'Secretary-General', 'NATO'],
    [
      'The envoys heard Ada J. Moor, the Norwegian defence minister, on Monday.',
      'Ada J. Moor',
      'defence minister',
      'Norway',
    ],
    ['State Department spokesperson Ned Varga answered.', 'Ned Varga', 'spokesperson', 'State Department'],
    ['The President of the European Commission, Ilse Varga, agreed.', 'Ilse Varga', 'President', 'European Commission'],
    ["Ukraine’s ambassador Taras O'Rell left.", "Taras O'Rell", 'ambassador', 'Ukraine'],
    ['Mr. Lund refused.', 'Lund', null, null],
    ['“No,” Lund said.', 'Lund', null, null],
    ['US ambassador to Hungary Bo Lund left.', 'Bo Lund', 'ambassador', 'US'],
    [
      'La ministre hongroise des Affaires étrangères Ada Moor a parlé.',
      'Ada Moor',
      'ministre des Affaires étrangères',
      'Hongrie',
      'fr',
    ],
    ['Der ungarische Außenminister Bo Lund sprach in Wien.', 'Bo Lund', 'Außenminister', 'Ungarn', 'de'],
    ['Moór Ádám magyar külügyminiszter elutazott.', 'Moór Ádám', 'külügyminiszter', 'Magyarország', 'hu'],
    [
      'Міністр закордонних справ України Тарас Ковальчук виїхав.',
      'Тарас Ковальчук',
      'Міністр закордонних справ',
      'Україна',
      'uk',
    ],
  ])('%s', (text, name, role, affiliation, language = 'en') => {
    const person = actorsOf(text, language).actors.find(({ kind }) => kind === 'person');
    expect(person).toMatchObject({ name, role });
    if (affiliation !== null) expect(person?.affiliation).toBe(affiliation);
  });

  it('are one person under every spelling and part of the name', () => {
    const text = 'Foreign Minister Ádám Szöllősi came. Szollosi said no. Mr. SZOLLOSI left, and A. Szöllősi too.';
    const { actors, mentions } = actorsOf(text);
    expect(actors).toHaveLength(1);
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Ádám Szöllősi',
      'Szollosi',
      'SZOLLOSI',
      'A. Szöllősi',
    ]);
  });

  it('of one family name are told apart by the first name', () => {
    const { actors } = actorsOf(
      'Merkel spoke. Ada Merkel did not. Mr. Bo Varga and Ms. Ute Varga left. Ms. Varga returned.',
    );
    expect(actors.map(({ name, spans }) => [name, spans.length])).toEqual([
      ['Merkel', 1],
      ['Ada Merkel', 1],
      ['Bo Varga', 1],
      ['Ute Varga', 2],
    ]);
  });

  it('may be named as states are', () => {
    expect(names('Foreign Minister Israel Moor met Ada Holland in Jordan.')).toEqual([
      'Israel Moor (person)',
      'Ada Holland (person)',
      'Jordan (state)',
    ]);
  });

  it.each([
    'Officials said the talks had failed.',
    'However, Sanctions remain, and Critics warned of that.',
    'On Monday in May the Western Balkans and the Black Sea were calm.',
    'Five Things To Know About The New Trade Rules Today',
    'It was shown on social media.',
    'The Minsk Agreement and the Vienna Convention stand.',
  ])('are not in: %s', (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe('states and organisations', () => {
  it.each<[string, string[], Language?]>([
    ['Budapest refused, and Hungary blocked it.', ['Hungary (state)']],
    ['The Kremlin and the White House denied it.', ['Russia (state)', 'United States (state)']],
    ['They asked for the return of the harbour to Kyiv’s control.', ['Ukraine (state)']],
    ['They met in Budapest, near Kyiv and at the Vilnius summit.', []],
    ['VILNIUS, 3 May – Sweden and Türkiye agreed.', ['Sweden (state)', 'Türkiye (state)']],
    ['The North Atlantic Alliance is NATO.', ['NATO (organisation)']],
    [
      'The U.N. Security Council and the WHO met, and who came?',
      ['U.N. Security Council (body)', 'WHO (organisation)'],
    ],
    ['They asked us, not the US.', ['US (state)']],
    [
      'The Hungarian government and the Varga administration agreed.',
      ['Hungarian government (body)', 'Varga administration (body)'],
    ],
    ['Two Hungarian government officials left.', []],
    [
      'The United Nations Harbour Mission in Norway met the Observer Force in Ostburg.',
      ['United Nations Harbour Mission in Norway (body)', 'Observer Force (body)'],
    ],
    [
      'The Ministry of Rural Trade and the Avalian Harbour Agency agreed.',
      ['Ministry of Rural Trade (body)', 'Avalian Harbour Agency (body)'],
    ],
    ['She told Reuters so, and in an interview with Index.', ['Reuters (organisation)', 'Index (organisation)']],
    ["L'Ukraine et l'Otan, dit Moscou.", ['Ukraine (state)', 'Otan (organisation)', 'Russie (state)'], 'fr'],
    [
      'Ungarns Regierung und die Vereinigten Staaten sprachen.',
      ['Ungarns Regierung (body)', 'Vereinigte Staaten (state)'],
      'de',
    ],
    [
      'Magyarországon és az Egyesült Államokban, a NATO-val.',
      ['Magyarország (state)', 'Egyesült Államok (state)', 'NATO (organisation)'],
      'hu',
    ],
    ['Росією та в Україні, з НАТО.', ['Росія (state)', 'Україна (state)', 'НАТО (organisation)'], 'uk'],
  ])('%s', (text, expected, language = 'en') => {
    expect(names(text, language).toSorted()).toEqual(expected.toSorted());
  });

  it('carry the code of a state', () => {
    const [state] = actorsOf('Czechia agreed.').actors;
    expect(state?.identifiers).toEqual([{ scheme: 'iso3166-1-alpha-2', value: 'CZ' }]);
  });
});

it('gives the office held on the day of the text', () => {
  const text = 'Jens Stoltenberg came.';
  expect(actorsOf(text, 'en', '2023-11-29').actors[0]).toMatchObject({
    role: 'Secretary General',
    affiliation: 'NATO',
  });
  expect(actorsOf(text, 'en', '2025-11-29').actors[0]).toMatchObject({ role: null, affiliation: null });
});

it('recognises actors on record, and gives their id', () => {
  const actors: KnownActor[] = [
    {
      id: 'act_1',
      kind: 'person',
      names: ['Ádám Szöllősi'],
      offices: [{ title: 'Harbour master', of: 'Ukraine', period: '2020/2022' }],
    },
    { id: 'act_2', kind: 'state', names: ['Ungarn', 'Hungary'], offices: [] },
    { id: 'act_3', kind: 'organisation', names: ['League of Two Rivers', 'LTR'], offices: [] },
  ];
  const text = 'Hungary and the LTR met Adam Szollosi.';
  const found = findActors(read(text, 'en'), { actors, published: '2021-05-03' }).actors;
  expect(found.map(({ id, name, role }) => [id, name, role])).toEqual([
    ['act_2', 'Hungary', null],
    ['act_3', 'LTR', null],
    ['act_1', 'Adam Szollosi', 'Harbour master'],
  ]);
});

describe('descriptions', () => {
  const described = (text: string): (string | undefined)[] => {
    const { actors, mentions } = actorsOf(text);
    return mentions
      .filter(({ form }) => form === 'description')
      .map(({ start, end, actor }) => `${text.slice(start, end)} → ${actors[actor]?.name}`);
  };

  it.each([
    ['Foreign Minister Ada Moor spoke. The minister left.', ['The minister → Ada Moor']],
    [
      'Norwegian Foreign Minister Ada Moor met British Foreign Secretary Bo Lund. The British minister left. The foreign minister stayed.',
      ['The British minister → Bo Lund', 'The foreign minister → Ada Moor'],
    ],
    ['NATO met. The alliance agreed.', ['The alliance → NATO']],
    ['Norwegian Foreign Minister Ada Moor spoke. Ukraine’s foreign minister left.', []],
    ['Norwegian Foreign Minister Ada Moor spoke. Norway’s top diplomat left.', ['Norway’s top diplomat → Ada Moor']],
  ])('%s', (text, expected) => {
    expect(described(text)).toEqual(expected);
  });
});

it('gives a counterpart the office of whom they meet', () => {
  const { actors } = actorsOf(
    'Norwegian Foreign Minister Ada Moor met her Greek counterpart, Nikos Lund, and Foreign Ministers Bo Varga and Ute Holm.',
  );
  expect(actors.map(({ name, role, affiliation }) => [name, role, affiliation])).toEqual([
    ['Ada Moor', 'Foreign Minister', 'Norway'],
    ['Nikos Lund', 'Foreign Minister', 'Greece'],
    ['Bo Varga', 'Foreign Minister', null],
    ['Ute Holm', null, null],
  ]);
});

it('finds bodies by whole names, and neither what stands beside nor places', () => {
  expect(
    names(
      'The Ministry of Defence and the Ministry of Foreign Affairs and Trade heard Department of Commerce Secretary Ada Moor in the West Bank. ' +
        'Senior Government officials and the National Harbour and Lighthouse Administration agreed.',
    ),
  ).toEqual([
    'Ministry of Defence (body)',
    'Ministry of Foreign Affairs and Trade (body)',
    'Department of Commerce (body)',
    'Ada Moor (person)',
    'National Harbour and Lighthouse Administration (body)',
  ]);
});
