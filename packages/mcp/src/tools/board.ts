import { RapporteurError } from '@rapporteur/domain/errors';
import { regionSchema } from '@rapporteur/domain/region/m49';
import { regionFits } from '@rapporteur/domain/region/regions';
import { slugSchema } from '@rapporteur/domain/slug';
import { z } from 'zod';
import { evidenced, evidenceOf, share } from '../evidence';
import { asOf, isoOrNull } from '../instant';
import { liveRecord, namedRecord } from '../named-record';
import { after, limitOf, next } from '../part';
import { askAt } from '../source';
import { tool } from '../tool';

const mostTurns = 5;
const mostSilent = 40;

export const boardTool = tool({
  name: 'board',
  title: 'Who holds what on an issue',
  description:
    'The positions on an issue (or of an actor), with their newest turns and a passage they rest on; read tells all of one position. "silent" actors are not neutral: nothing of theirs is on record.',
  input: z.strictObject({
    record: namedRecord.describe('An issue, or an actor: its id, permalink or address.'),
    member: slugSchema
      .nullable()
      .default(null)
      .describe('Only members of the organisation with this slug; null for all.'),
    region: regionSchema
      .nullable()
      .default(null)
      .describe('On the board of an issue, only actors in this region of UN M49, by number, such as 150 for Europe.'),
    asOf,
    after,
    limit: limitOf(20, 10),
  }),
  output: z.strictObject({
    board: evidenced.describe('The issue or actor itself.'),
    rows: z.array(
      z.strictObject({
        subject: z
          .string()
          .nullable()
          .describe('The actor on the board of an issue, the issue on the board of an actor.'),
        turns: z
          .array(z.strictObject({ turn: z.string(), stance: z.string().nullable(), date: z.string() }))
          .describe('The newest turns, the last of them is what is held.'),
        earlierTurns: z.int().exactOptional().describe('How many turns came before these.'),
        position: evidenced,
      }),
    ),
    silent: z
      .array(z.string())
      .describe('Members of the organisation, or actors of the region, with no position on record.'),
    moreSilent: z.boolean().describe('Whether there are more of them than are named.'),
    unplaced: z.int().describe('Positions left out because their actors have no region on record.'),
    total: z.int(),
    next,
  }),
  answer: async (source, { record: text, asOf: moment, ...page }) => {
    const api = askAt(source, isoOrNull(moment));
    const of = await liveRecord(api, text);
    if (of.kind !== 'issue' && of.kind !== 'actor')
      throw new RapporteurError('invalid_input', 'Only issues and actors have a board.');
    if (!regionFits({ kind: of.kind, region: page.region }))
      throw new RapporteurError(
        'invalid_input',
        'Only the board of an issue is narrowed to a region; leave `region` out.',
      );
    const board = await api.board.get({ kind: of.kind, slug: of.slug, ...page });
    if (board === null)
      throw new RapporteurError(
        'not_found',
        `No organisation "${page.member}" is on record; give the slug of an actor.`,
      );
    const longest = share(page.limit);
    const rows = board.rows.map(async ({ position, subject, turns }) => {
      const answer = await api.record.get({ id: position.id });
      if (answer?.found !== 'live') return [];
      const earlier = Math.max(0, turns.length - mostTurns);
      return [
        {
          subject: subject.title,
          turns: turns.slice(earlier),
          ...(earlier === 0 ? {} : { earlierTurns: earlier }),
          position: evidenceOf(answer.record, source.origin, 1, longest),
        },
      ];
    });
    const silent = board.silent.flatMap(({ subject }) => subject.title ?? []);
    return {
      board: evidenceOf(of, source.origin, 1, longest),
      rows: (await Promise.all(rows)).flat(),
      silent: silent.slice(0, mostSilent),
      moreSilent: board.moreSilent || silent.length > mostSilent,
      unplaced: board.unplaced,
      total: board.total.count,
      next: board.next,
    };
  },
});
