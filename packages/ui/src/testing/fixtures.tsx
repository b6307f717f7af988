import { newId } from '@rapporteur/domain/ids';
import { kinds, type Kind } from '@rapporteur/domain/kinds';
import {
  recordView,
  type CitationView,
  type PassageView,
  type RecordLink,
  type RecordView,
} from '@rapporteur/domain/views';
import { contentsOf, titles } from './contents';

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
      form: 'article',
      outlet: say('Example Wire'),
      language: 'en',
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
    languages: [],
    translation: null,
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
              part: 1,
              parts: 1,
              before: { length: 0, paragraphs: 0, passages: 0 },
              passagesInUse: quotes.length,
              resting: 1,
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
  const contents = contentsOf(say, ids, { sha256, at });
  return Object.fromEntries(
    kinds.map((kind) => [kind, recordView.parse({ kind, content: contents[kind], ...common(kind) })]),
  ) as Record<Kind, RecordView>;
}

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
