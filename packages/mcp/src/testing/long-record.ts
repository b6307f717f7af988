import { sampleSource, sampleStatement } from '@rapporteur/core/bundle/sample';

/** How many provisions the long programme has, and how many statements there are about it. */
export const provisions = 60;
export const statements = 12;

/** Sentences of some length, no two alike. */
const sentence = (nth: number, what: string) =>
  `In part ${nth} the delegations that met on the island agreed on ${what} number ${nth}, which the secretariat shall keep under review together with the harbour masters of every member, and report on before the end of the year.`;
const ofProvision = (nth: number) => sentence(nth, 'harbour rule');
const ofStatement = (nth: number) => sentence(nth, 'public notice');

const text = [
  ...Array.from({ length: provisions }, (_, nth) => ofProvision(nth)),
  ...Array.from({ length: statements }, (_, nth) => ofStatement(nth)),
].join('\n\n');

const quoted = (field: string, quote: string) => ({ field, role: 'supports', source: 'sources/long-report', quote });

/** A source of many sentences, a programme with a provision for each, and statements: what answers have to be short about. */
export const longRecord = [
  {
    ...sampleSource,
    slug: 'long-report',
    content: {
      ...sampleSource.content,
      title: 'A long report on what the delegations on the island agreed on for all of their harbours',
      versions: [{ text, fetched: '2021-05-05T00:00:00Z' }],
    },
  },
  {
    type: 'record',
    kind: 'programme',
    slug: 'harbour-arrangement',
    content: {
      title: 'The arrangement of the island on harbours and on those who keep them',
      summary: Array.from({ length: 30 }, (_, nth) => ofProvision(nth)).join(' '),
      status: 'agreed',
      nature: 'voluntary',
      period: '2021',
      edition: null,
      editionOf: null,
      setOutAt: null,
      parties: ['actors/sampleland'],
      provisions: Array.from({ length: provisions }, (_, nth) => ({
        group: null,
        subject: `Harbour rule number ${nth}`,
        scope: 'included',
        force: 'voluntary',
        note: ofProvision(nth),
        readInFull: [],
      })),
      relations: [],
    },
    citations: [
      quoted('/summary', ofProvision(0)),
      quoted('/status', ofProvision(1)),
      quoted('/nature', ofProvision(2)),
      quoted('/period', ofProvision(3)),
      quoted('/parties/0', ofProvision(4)),
      ...Array.from({ length: provisions }, (_, nth) => quoted(`/provisions/${nth}`, ofProvision(nth))),
    ],
  },
  ...Array.from({ length: statements }, (_, nth) => {
    const { content, ...rest } = sampleStatement(`harbour-${nth}`);
    return {
      ...rest,
      content: { ...content, text: ofStatement(nth), claims: [{ text: ofStatement(nth), role: 'claim', issue: null }] },
      citations: ['/speaker', '/date', '/claims/0'].map((field) => quoted(field, ofStatement(nth))),
    };
  }),
];
