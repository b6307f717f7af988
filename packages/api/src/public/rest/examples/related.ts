import type { BoardKind } from '@rapporteur/domain/board/views';
import type { Kind } from '@rapporteur/domain/kinds';
import { exampleContents } from './contents';
import { exampleCitation, examplePassage, linkOf } from './pieces';

export const exampleStatements = (kind: Kind) => ({
  record: linkOf(kind),
  items: [
    {
      record: linkOf('statement'),
      speaker: linkOf('actor'),
      text: 'The harbour stays open to all, whatever the season.',
      speech: 'indirect',
      date: '2031-05-03',
    },
  ],
  next: null,
});

export const examplePositions = (kind: Kind) => ({
  record: linkOf(kind),
  items: [
    {
      record: linkOf('position'),
      actor: linkOf('actor'),
      issue: linkOf('issue'),
      turns: [{ turn: 'new', stance: 'supports', date: '2031-05-03', summary: 'The harbour stays open.', notes: [1] }],
    },
  ],
  citations: [exampleCitation],
  next: null,
});

export const exampleVotes = {
  record: linkOf('actor'),
  items: [{ record: linkOf('event'), date: '2031-05-03', choice: 'yes' }],
  total: { count: 1, atLeast: false },
  choices: { yes: 1, no: 0, abstain: 0, absent: 0, not_voting: 0 },
  years: [{ year: '2031', choices: { yes: 1, no: 0, abstain: 0, absent: 0, not_voting: 0 } }],
  next: null,
};

export const exampleVotesCompared = {
  record: linkOf('actor'),
  other: linkOf('actor'),
  both: 2,
  alike: 1,
  years: [{ year: '2031', both: 2, alike: 1 }],
  items: [{ record: linkOf('event'), date: '2031-05-03', choice: 'yes', otherChoice: 'abstain' }],
  next: null,
};

export const exampleMentions = (kind: Kind) => ({
  record: linkOf(kind),
  items: [{ record: linkOf('article'), fields: ['/body/content/0/content/1'] }],
  next: null,
});

export const exampleBoard = (kind: BoardKind) => ({
  record: linkOf(kind),
  until: '2031-05-04',
  member: null,
  region: null,
  unplaced: 0,
  rows: [
    {
      position: linkOf('position'),
      subject: linkOf(kind === 'issue' ? 'actor' : 'issue'),
      turns: [{ turn: 'new', stance: 'supports', date: '2031-05-03' }],
      periods: [],
    },
  ],
  silent: [],
  moreSilent: false,
  total: { count: 1, atLeast: false },
  organisations: [],
  regions: kind === 'issue' ? ['150', '151'] : [],
  next: null,
});

const { edition, period, status, nature, provisions } = exampleContents.programme;
export const exampleAround = {
  record: linkOf('programme'),
  until: '2031-05-04',
  editions: [{ record: linkOf('programme'), edition, period, status, nature, provisions, translated: {} }],
  commitments: [
    { record: linkOf('commitment'), owedBy: [linkOf('actor')], steps: [{ step: 'announced', date: '2031-05-03' }] },
  ],
  setOut: { event: linkOf('event'), date: '2031-05-03' },
};

export const examplePassageUses = {
  passage: examplePassage,
  items: [{ record: linkOf('statement'), field: '/text' }],
  next: null,
};
