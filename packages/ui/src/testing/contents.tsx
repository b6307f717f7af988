import type { Kind } from '@rapporteur/domain/kinds';

export const titles: Record<Kind, string> = {
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

/** The content of a record of each kind; they name one another by `ids`. `say` makes each text. */
export function contentsOf(
  say: (text: string) => string,
  ids: Record<Kind, string>,
  { sha256, at }: { sha256: string; at: string },
): Record<Kind, unknown> {
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
