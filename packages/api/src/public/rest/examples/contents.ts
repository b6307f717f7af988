import type { ContentOf } from '@rapporteur/domain/content/content';
import type { Kind } from '@rapporteur/domain/kinds';
import { exampleHash, idOf } from './pieces';

/** A content of each kind, as it could be. */
export const exampleContents: { [K in Kind]: ContentOf<K> } = {
  source: {
    title: 'Communiqué of the meeting',
    form: 'communique',
    publisher: idOf('actor'),
    author: null,
    language: 'en',
    published: '2031-05-03',
    address: 'https://gazette.example/harbour',
    archivedAddress: null,
    rights: 'full',
    licence: null,
    note: null,
    versions: [{ sha256: exampleHash, fetched: '2031-05-03T18:00:00Z' }],
  },
  actor: {
    type: 'state',
    names: [{ text: 'Oronia', language: 'en', use: 'preferred' }],
    description: null,
    identifiers: [],
    memberships: [],
    offices: [],
  },
  event: {
    title: 'Meeting of ministers',
    type: 'meeting',
    date: '2031-05-03',
    place: 'Port Oron',
    summary: null,
    partOf: null,
    participants: [{ actor: idOf('actor'), role: 'host' }],
    choices: [],
  },
  programme: {
    title: 'Harbour arrangement',
    summary: 'Keeps the harbour open to ships of every flag.',
    status: 'agreed',
    nature: 'voluntary',
    period: '2031/2032',
    edition: null,
    editionOf: null,
    setOutAt: idOf('event'),
    parties: [idOf('actor')],
    provisions: [
      { group: null, subject: 'Trading ships', scope: 'included', force: 'voluntary', note: null, readInFull: [] },
    ],
    relations: [],
  },
  issue: {
    question: 'Should the harbour be open to ships of every flag?',
    shortTitle: 'Opening of the harbour',
    description: null,
    programmes: [idOf('programme')],
  },
  statement: {
    text: 'The harbour stays open to all, whatever the season.',
    speech: 'indirect',
    act: 'asserts',
    speaker: idOf('actor'),
    capacity: 'Minister of Harbours',
    onBehalfOf: null,
    date: '2031-05-03',
    event: idOf('event'),
    channel: 'press_conference',
    originalLanguage: 'en',
    claims: [{ text: 'The harbour stays open.', role: 'claim', issue: idOf('issue') }],
    programmes: [idOf('programme')],
    attribution: [{ link: 'speaker', actor: idOf('actor'), name: null }],
    reports: [{ source: idOf('source'), repeats: null }],
  },
  position: {
    actor: idOf('actor'),
    issue: idOf('issue'),
    turns: [
      {
        turn: 'new',
        date: '2031-05-03',
        stance: 'supports',
        summary: 'The harbour stays open.',
        statements: [idOf('statement')],
        votes: [],
      },
    ],
  },
  commitment: {
    title: 'Dredging of the harbour',
    summary: 'Oronia dredges the harbour to twelve metres.',
    owedBy: [idOf('actor')],
    owedTo: [],
    programme: idOf('programme'),
    steps: [{ step: 'announced', date: '2031-05-03', event: idOf('event'), note: null }],
  },
  article: {
    title: 'What was agreed on the harbour',
    standfirst: 'The ministers agreed on an open harbour, and on little else.',
    byline: 'Ida Sample',
    date: '2031-05-04',
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'The ' },
            { type: 'recordCitation', attrs: { record: idOf('programme'), words: 'arrangement' } },
            { type: 'text', text: ' is voluntary.' },
          ],
        },
      ],
    },
  },
};
