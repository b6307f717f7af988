import { newId } from '@rapporteur/domain/ids';
import { kinds, type Kind } from '@rapporteur/domain/kinds';
import {
  recordView,
  type CitationView,
  type PassageView,
  type RecordLink,
  type RecordView,
} from '@rapporteur/domain/views';

const ids = Object.fromEntries(kinds.map((kind) => [kind, newId(kind)])) as Record<Kind, string>;
const sha256 = 'a'.repeat(64);
const at = '2024-01-15T10:32:00.000Z';
const whole = { count: 1, atLeast: false };

/** The text of the one source; its passages are found in it, so that positions are always right. */
export const sourceText = [
  'The programme that both sides follow in 2024 is voluntary, and sending lethal weapons is not part of it.',
  'The minister told a press conference that his country refuses to supply weapons, because that would risk escalation 😀.',
  'Training had been agreed before.',
].join('\n\n');

export const quotes = [
  'is voluntary',
  'sending lethal weapons is not part of it',
  'his country refuses to supply weapons',
  'Training had been agreed before.',
];

/** A record of every kind that names all the others. `say` makes each text, so that a test can put anything into all of them. */
export function recordsOf(say: (text: string) => string): Record<Kind, RecordView> {
  const link = (kind: Kind): RecordLink => ({
    id: ids[kind],
    kind,
    slug: `the-${kind}`,
    title: say(titles[kind]),
    state: 'live',
  });
  const passage = (index: number): PassageView => {
    const exact = quotes[index] ?? '';
    const start = Array.from(sourceText.slice(0, sourceText.indexOf(exact))).length;
    return {
      id: `psg-${index + 1}`,
      source: link('source'),
      outlet: say('Example Wire'),
      reporter: null,
      published: '2023-11-29',
      address: null,
      version: 1,
      versions: 1,
      fetched: '2023-11-29T21:40:00.000Z',
      sha256,
      exact: say(exact),
      before: say('Before it. '),
      after: say(' After it.'),
      start,
      end: start + Array.from(exact).length,
      state: (['verified', 'moved', 'changed', 'gone'] as const)[index] ?? 'verified',
      checked: at,
    };
  };
  const cite = (field: string, index: number): CitationView => ({
    field,
    role: 'supports',
    note: index + 1,
    passage: passage(index),
  });
  const citations = cited.map(([field, index]) => cite(field, index));
  const common = (kind: Kind) => ({
    id: ids[kind],
    slug: `the-${kind}`,
    title: say(titles[kind]),
    revisionNumber: 2,
    publishedAt: at,
    change: { action: 'correct', note: say('The passage had been missed.'), at },
    links: Object.fromEntries(kinds.map((other) => [ids[other], link(other)])),
    citations,
    namedBy: kinds.filter((other) => other !== kind).map((other) => ({ record: link(other), field: '/programme' })),
    positions: [
      {
        record: link('position'),
        actor: link('actor'),
        issue: link('issue'),
        turns: [
          {
            turn: 'new',
            stance: 'opposes',
            date: '2023-11-29',
            summary: say('It refuses to supply weapons.'),
            notes: [3],
          },
        ],
      },
    ],
    statements: [
      {
        record: link('statement'),
        speaker: link('actor'),
        text: say('It refuses.'),
        speech: 'indirect',
        date: '2023-11-29',
      },
    ],
    totals: { namedBy: { count: 2000, atLeast: false }, positions: whole, statements: { count: 1000, atLeast: true } },
    texts:
      kind === 'source'
        ? [
            {
              version: 1,
              sha256,
              fetched: at,
              length: Array.from(sourceText).length,
              text: say(sourceText),
              passagesInUse: quotes.length,
              passages: quotes.map((_, index) => {
                const { id, start, end, exact, before, after, state } = passage(index);
                return {
                  id,
                  start,
                  end,
                  exact,
                  before,
                  after,
                  state,
                  restingOn: [{ record: link('programme'), field: '/provisions/0/scope' }],
                  uses: index === 0 ? { count: 100, atLeast: true } : whole,
                };
              }),
            },
          ]
        : [],
  });
  const contents = contentsOf(say);
  return Object.fromEntries(
    kinds.map((kind) => [kind, recordView.parse({ kind, content: contents[kind], ...common(kind) })]),
  ) as Record<Kind, RecordView>;
}

const titles: Record<Kind, string> = {
  source: 'Voluntary programme for 2024 leaves weapons out',
  actor: 'Hungary',
  event: 'Meeting of foreign ministers, Brussels',
  programme: 'NATO–Ukraine cooperation programme, 2024',
  issue: 'Should lethal weapons be supplied through the programme?',
  statement: 'Hungary’s minister on lethal weapons, 29 November 2023',
  position: 'Hungary on the supply of lethal weapons',
  commitment: 'Intensify military training',
  article: 'Voluntary, and without weapons',
};

const cited: [string, number][] = [
  ['/summary', 0],
  ['/nature', 0],
  ['/provisions/0/scope', 1],
  ['/provisions/1/scope', 3],
  ['/turns/0', 2],
  ['/claims/0', 2],
  ['/speaker', 2],
  ['/steps/0', 3],
  ['/steps/1', 3],
  ['/owedBy', 3],
  ['/date', 0],
  ['/participants/0', 0],
  ['/names/0', 1],
  ['/offices/0', 2],
  ['/memberships/0', 2],
  ['/question', 1],
  ['/body/content/1', 1],
];

function contentsOf(say: (text: string) => string): Record<Kind, unknown> {
  const text = (value: string) => ({ type: 'text', text: say(value) });
  return {
    source: {
      title: say(titles.source),
      form: 'dispatch',
      publisher: ids.actor,
      author: say('A. Reporter'),
      language: 'en',
      published: '2023-11-29',
      address: 'https://example.org/a',
      archivedAddress: null,
      rights: 'full',
      licence: say('CC BY 4.0'),
      note: say('A demonstration dispatch.'),
      versions: [{ sha256, fetched: at }],
    },
    actor: {
      type: 'state',
      names: [
        { text: say('Hungary'), language: 'en', use: 'preferred' },
        { text: say('Magyarország'), language: 'hu', use: 'official' },
      ],
      description: say('A state.'),
      identifiers: [{ scheme: 'iso3166-1-alpha-2', value: say('HU') }],
      memberships: [{ organisation: ids.actor, role: say('member'), period: '1999-03-12/..' }],
      offices: [{ title: say('Foreign minister'), institution: ids.actor, period: '2014/..' }],
    },
    event: {
      title: say(titles.event),
      type: 'meeting',
      date: '2023-11-29',
      place: say('Brussels'),
      summary: say('They met.'),
      partOf: ids.event,
      participants: [{ actor: ids.actor, role: 'participant' }],
      choices: [{ actor: ids.actor, choice: 'abstain' }],
    },
    programme: {
      title: say(titles.programme),
      summary: say('A programme that its parties follow by choice.'),
      status: 'agreed',
      nature: 'voluntary',
      period: '2024',
      edition: say('2024'),
      editionOf: ids.programme,
      setOutAt: ids.event,
      parties: [ids.actor],
      provisions: [
        {
          group: say('Arms'),
          subject: say('Lethal weapons'),
          scope: 'excluded',
          force: null,
          note: say('Sending them is not part of it.'),
          readInFull: [],
        },
        {
          group: say('Training'),
          subject: say('Military training'),
          scope: 'included',
          force: 'voluntary',
          note: null,
          readInFull: [],
        },
        {
          group: say('Resources'),
          subject: say('Budget'),
          scope: 'not_mentioned',
          force: null,
          note: null,
          readInFull: [ids.source],
        },
        {
          group: null,
          subject: say('Cost sharing'),
          scope: 'disputed',
          force: null,
          note: say('Sources disagree.'),
          readInFull: [],
        },
      ],
      relations: [{ type: 'succeeds', programme: ids.programme }],
    },
    issue: {
      question: say(titles.issue),
      shortTitle: say('Lethal weapons'),
      description: say('Whether it should.'),
      programmes: [ids.programme],
    },
    statement: {
      text: say('Hungary refuses to supply weapons.'),
      speech: 'direct',
      act: 'refuses',
      speaker: ids.actor,
      capacity: say('Foreign minister of Hungary'),
      onBehalfOf: ids.actor,
      date: '2023-11-29',
      event: ids.event,
      channel: 'press_conference',
      originalLanguage: 'hu',
      claims: [
        { text: say('It refuses.'), role: 'claim', issue: ids.issue },
        { text: say('Risk of escalation.'), role: 'reason', issue: null },
      ],
      programmes: [ids.programme],
      attribution: [
        { link: 'speaker', actor: ids.actor, name: null },
        { link: 'reporter', actor: null, name: null },
        { link: 'outlet', actor: null, name: say('Example Wire') },
      ],
      reports: [{ source: ids.source, repeats: null }],
    },
    position: {
      actor: ids.actor,
      issue: ids.issue,
      turns: [
        {
          turn: 'new',
          date: '2023-11-29',
          stance: 'opposes',
          summary: say('It refuses.'),
          statements: [ids.statement],
          votes: [ids.event],
        },
        { turn: 'lapsed', date: '2024-01~', stance: null, summary: say('Nothing since.'), statements: [], votes: [] },
      ],
    },
    commitment: {
      title: say(titles.commitment),
      summary: say('Both sides agreed to intensify training.'),
      owedBy: [ids.actor],
      owedTo: [],
      programme: ids.programme,
      steps: [
        { step: 'announced', date: '/2023-11-29', event: null, note: null },
        { step: 'agreed', date: '/2023-11-29', event: ids.event, note: say('Before they met.') },
      ],
    },
    article: {
      title: say(titles.article),
      standfirst: say('What the programme leaves out.'),
      byline: say('The editors'),
      date: '2024-01-15',
      body: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              text('The '),
              { type: 'recordCitation', attrs: { record: ids.programme, words: say('programme') } },
              text(' is voluntary.'),
            ],
          },
          {
            type: 'paragraph',
            content: [
              {
                ...text('Weapons are out.'),
                marks: [{ type: 'strong' }, { type: 'link', attrs: { href: 'https://example.org/' } }],
              },
            ],
          },
          { type: 'heading', content: [text('What is in it')] },
          { type: 'quotation', content: [{ type: 'paragraph', content: [text('Not part of it.')] }] },
          {
            type: 'list',
            ordered: false,
            content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('Training')] }] }],
          },
        ],
      },
    },
  };
}
