import { eventFilter, voteFilter } from '@rapporteur/domain/event/filter';
import type { z } from 'zod';
import type { Shape } from './endpoint';
import { paged } from './parameters';

const several = 'Several, with commas between them: any of them.';
const { words, from, to, issue, types, actor } = eventFilter.shape;

const shared = {
  q: words.unwrap().optional().meta({
    description: 'Words and phrases in quotation marks of the title or summary; a hyphen before one leaves it out.',
  }),
  from: from
    .unwrap()
    .unwrap()
    .optional()
    .meta({ description: 'A year, month or day: events whose time reaches so far.' }),
  to: to.unwrap().unwrap().optional().meta({ description: 'A year, month or day: events that begin by its end.' }),
  issue: issue.unwrap().unwrap().optional().meta({
    description:
      'An issue, by slug or id: events on which a position on it rests, or at which something was said about it.',
  }),
};

/** What the votes of an actor can be narrowed to, as parameters. */
export const votesNarrowed = {
  choice: voteFilter.shape.choices.unwrap().optional().meta({ description: several }),
  ...shared,
};

/** What events can be narrowed to, as parameters. */
export const eventsNarrowed = {
  type: types.unwrap().optional().meta({ description: several }),
  actor: actor.unwrap().unwrap().optional().meta({ description: 'Who took part or voted, by slug or id.' }),
  ...shared,
};

type Given<S extends Shape> = z.output<z.ZodObject<S & ReturnType<typeof paged>>>;

/** What the procedures are asked for by these parameters: they take null for nothing. */
export const votesAsked = ({ choice = [], ...query }: Given<typeof votesNarrowed>) => ({
  filter: { choices: choice, ...sharedOf(query) },
  ...pageOf(query),
});

export const eventsAsked = ({ type = [], actor: who, ...query }: Given<typeof eventsNarrowed>) => ({
  filter: { types: type, actor: who ?? null, ...sharedOf(query) },
  ...pageOf(query),
});

const sharedOf = (query: z.output<z.ZodObject<typeof shared>>) => ({
  words: query.q ?? '',
  from: query.from ?? null,
  to: query.to ?? null,
  issue: query.issue ?? null,
});

const pageOf = ({ after, limit }: z.output<z.ZodObject<ReturnType<typeof paged>>>) => ({ after: after ?? null, limit });
