import { RapporteurError } from '@rapporteur/domain/errors';
import { regionSchema } from '@rapporteur/domain/region/m49';
import { slugSchema } from '@rapporteur/domain/slug';
import { z } from 'zod';
import { addressOf, evidenced, evidenceOf } from '../evidence';
import { asOf, isoOrNull } from '../instant';
import { liveRecord, namedRecord } from '../named-record';
import { askAt } from '../source';
import { tool } from '../tool';

const passagesEach = 3;

export const boardTool = tool({
  name: 'board',
  title: 'Who holds what on an issue',
  description:
    'The positions on an issue (or of an actor), with every turn they took and the passages they rest on. "silent" actors are not neutral: nothing of theirs is on record.',
  input: z.strictObject({
    record: namedRecord.describe('An issue, or an actor: its id, permalink or address.'),
    member: slugSchema.nullable().default(null).describe('Only members of the organisation with this slug.'),
    region: regionSchema
      .nullable()
      .default(null)
      .describe('Only actors in this region of UN M49, by number, such as 150 for Europe.'),
    asOf,
    after: z.string().min(1).max(500).nullable().default(null).describe('The `next` of the page before.'),
    limit: z.int().min(1).max(20).default(10),
  }),
  output: z.strictObject({
    board: evidenced.describe('The issue or actor itself.'),
    rows: z.array(
      z.strictObject({
        subject: z
          .string()
          .nullable()
          .describe('The actor on the board of an issue, the issue on the board of an actor.'),
        address: z.string(),
        turns: z.array(z.strictObject({ turn: z.string(), stance: z.string().nullable(), date: z.string() })),
        position: evidenced,
      }),
    ),
    silent: z
      .array(z.string())
      .describe('Members of the organisation, or actors of the region, with no position on record.'),
    unplaced: z.number().int().describe('Positions left out because their actors have no region on record.'),
    total: z.number().int(),
    next: z.string().nullable(),
  }),
  answer: async (source, { record: text, asOf: moment, ...page }) => {
    const api = askAt(source, isoOrNull(moment));
    const of = await liveRecord(api, text);
    if (of.kind !== 'issue' && of.kind !== 'actor')
      throw new RapporteurError('invalid_input', 'Only issues and actors have a board.');
    const board = await api.board.get({ kind: of.kind, slug: of.slug, ...page });
    if (board === null)
      throw new RapporteurError(
        'not_found',
        `No organisation "${page.member}" is on record; give the slug of an actor.`,
      );
    const rows = board.rows.map(async ({ position, subject, turns }) => {
      const answer = await api.record.get({ id: position.id });
      if (answer?.found !== 'live') return [];
      const evidence = evidenceOf(answer.record, source.origin, passagesEach);
      return [{ subject: subject.title, address: addressOf(source.origin, subject), turns, position: evidence }];
    });
    return {
      board: evidenceOf(of, source.origin, passagesEach),
      rows: (await Promise.all(rows)).flat(),
      silent: board.silent.flatMap(({ subject }) => subject.title ?? []),
      unplaced: board.unplaced,
      total: board.total.count,
      next: board.next,
    };
  },
});
