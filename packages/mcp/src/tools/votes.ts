import { choices } from '@rapporteur/domain/content/event';
import { actorKey, voteFilter } from '@rapporteur/domain/event/filter';
import { RapporteurError } from '@rapporteur/domain/errors';
import { z } from 'zod';
import { evidenced, evidenceOf } from '../evidence';
import { asOf, isoOrNull } from '../instant';
import { liveRecord, namedRecord } from '../named-record';
import { after, limitOf, next } from '../part';
import { cut } from '../shorten';
import { askAt, type PublicCaller } from '../source';
import { tool } from '../tool';

const longestTitle = 160;
const { words, from, to, issue, choices: wanted } = voteFilter.shape;

const voteTold = z.strictObject({
  id: z.string().describe('The id of the vote: read and list_passages tell what it rests on.'),
  title: z.string(),
  date: z.string(),
  choice: z.enum(choices),
  otherChoice: z.enum(choices).exactOptional().describe('What the actor of "with" chose.'),
});

export const votesTool = tool({
  name: 'list_votes',
  title: 'How an actor voted',
  description:
    'The votes in which the choice of an actor is on record, newest first, and how many there are by choice. With a second actor: in how many both chose yes, no or abstain, in how many they chose the same, and the votes in which they differed. A vote that is not listed is not on record, which is no abstention.',
  input: z.strictObject({
    record: namedRecord.describe('An actor: its id, permalink or address.'),
    with: namedRecord
      .nullable()
      .default(null)
      .describe('A second actor to compare with, named like the first or by its slug.'),
    choices: wanted.describe('Only these choices of the first; none means any.'),
    words: words.describe('Words and "phrases" of the title or summary of the vote.'),
    from: from.describe('A year, month or day, such as 1975 or 1975-06-30.'),
    to,
    issue: issue.describe('An issue, by slug or id: votes on which a position on it rests.'),
    asOf,
    after,
    limit: limitOf(50, 20),
  }),
  output: z.strictObject({
    actor: evidenced,
    choices: z
      .partialRecord(z.enum(choices), z.int())
      .exactOptional()
      .describe('How often each choice was made, whichever choices were asked for.'),
    compared: z
      .strictObject({ with: z.string(), both: z.int(), alike: z.int() })
      .exactOptional()
      .describe('In how many votes both chose yes, no or abstain, and in how many of these the same.'),
    votes: z.array(voteTold).describe('Of two actors, those in which they differed.'),
    total: z.int().exactOptional(),
    next,
  }),
  answer: async (source, { record: text, with: other, asOf: moment, after: place, limit, ...filter }) => {
    const api = askAt(source, isoOrNull(moment));
    const of = await liveRecord(api, text);
    if (of.kind !== 'actor') throw new RapporteurError('invalid_input', 'Only actors vote.');
    const actor = evidenceOf(of, source.origin, 1);
    const page = { slug: of.slug, filter, after: place, limit };
    if (other === null) {
      const list = await api.related.votes(page);
      const made = Object.entries(list?.choices ?? {}).filter(([, count]) => count > 0);
      return {
        actor,
        choices: Object.fromEntries(made),
        votes: (list?.items ?? []).map(told),
        total: list?.total.count ?? 0,
        next: list?.next ?? null,
      };
    }
    const list = await api.related.votesCompared({ ...page, with: await actorNamed(api, other) });
    const compared = { with: list?.other.title ?? other, both: list?.both ?? 0, alike: list?.alike ?? 0 };
    return { actor, compared, votes: (list?.items ?? []).map(told), next: list?.next ?? null };
  },
});

/** The slug or the id of the actor that is meant. */
async function actorNamed(api: PublicCaller, named: string): Promise<string> {
  if (actorKey.safeParse(named).success) return named;
  const record = await liveRecord(api, named);
  if (record.kind !== 'actor') throw new RapporteurError('invalid_input', 'Only actors vote.');
  return record.id;
}

type Vote = Omit<z.output<typeof voteTold>, 'id' | 'title'> & { record: { id: string; title: string | null } };

const told = ({ record: { id, title }, ...vote }: Vote): z.output<typeof voteTold> => ({
  id,
  title: cut(title ?? '', longestTitle),
  ...vote,
});
