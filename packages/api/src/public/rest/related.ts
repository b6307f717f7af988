import { longestBoard, boardView, type BoardKind } from '@rapporteur/domain/board/views';
import { passageIdSchema } from '@rapporteur/domain/content/citation';
import { kindNames, kinds, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { kindOfId } from '@rapporteur/domain/ids';
import { programmeAround } from '@rapporteur/domain/programme/views';
import { RapporteurError } from '@rapporteur/domain/errors';
import { slugSchema } from '@rapporteur/domain/slug';
import { mentions, passageUses, relatedPositions, relatedStatements, type RecordLink } from '@rapporteur/domain/views';
import { votesCast, votesCompared } from '@rapporteur/domain/vote-views';
import { endpoint, nextBy, type Asked, type Endpoint, type Reply } from './endpoint';
import { votesAsked, votesNarrowed } from './narrowed';
import { keyOf, paged, regionAsked } from './parameters';
import { Withdrawn } from './problem';
import { linkIn, nothing } from './records';
import {
  exampleAround,
  exampleBoard,
  exampleMentions,
  examplePassageUses,
  examplePositions,
  exampleStatements,
  exampleVotes,
  exampleVotesCompared,
} from './examples/related';

/** The kinds whose pages list statements, and those whose pages list positions. */
const withStatements: readonly Kind[] = ['actor', 'event', 'programme', 'issue'];
const withPositions: readonly Kind[] = ['actor', 'programme', 'issue'];

const tagOf = (kind: Kind) => kindNames[kind].plural;
const nameOf = (kind: Kind) => kindNames[kind].singular;

function statements(kind: Kind): Endpoint {
  return endpoint({
    path: `/${segmentOf(kind)}/{key}/statements`,
    id: `list${nameOf(kind)}Statements`,
    tag: tagOf(kind),
    summary: `List the statements of one ${kind}`,
    parameters: { key: keyOf(kind) },
    query: paged(),
    answer: relatedStatements,
    selects: 'items',
    example: exampleStatements(kind),
    read: (asked) =>
      ofRecord(asked, kind, (slug) =>
        asked.record.related.statements({ kind, slug, after: asked.query.after ?? null, limit: asked.query.limit }),
      ),
  });
}

function positions(kind: Kind): Endpoint {
  return endpoint({
    path: `/${segmentOf(kind)}/{key}/positions`,
    id: `list${nameOf(kind)}Positions`,
    tag: tagOf(kind),
    summary: `List the positions of one ${kind}`,
    description: 'With the passages that they rest on.',
    parameters: { key: keyOf(kind) },
    query: paged(),
    answer: relatedPositions,
    selects: 'items',
    example: examplePositions(kind),
    read: (asked) =>
      ofRecord(asked, kind, (slug) =>
        asked.record.related.positions({ kind, slug, after: asked.query.after ?? null, limit: asked.query.limit }),
      ),
  });
}

function votes(): Endpoint {
  return endpoint({
    path: '/actors/{key}/votes',
    id: 'listActorVotes',
    tag: tagOf('actor'),
    summary: 'List how one actor voted',
    description:
      'Every vote in which its choice is on record, the newest first; how many there are by choice, and by choice and year.',
    parameters: { key: keyOf('actor') },
    query: { ...votesNarrowed, ...paged() },
    answer: votesCast,
    selects: 'items',
    example: exampleVotes,
    read: (asked) =>
      ofRecord(asked, 'actor', (slug) => asked.record.related.votes({ slug, ...votesAsked(asked.query) })),
  });
}

function votesComparedWith(): Endpoint {
  return endpoint({
    path: '/actors/{key}/votes/compared',
    id: 'compareActorVotes',
    tag: tagOf('actor'),
    summary: 'Compare how two actors voted',
    description:
      'How often they chose alike, of the votes in which both chose yes, no or abstention, and the same by year; the items are the votes in which they differed, the newest first.',
    parameters: { key: keyOf('actor') },
    query: {
      with: keyOf('actor').meta({ description: 'The other actor: its slug, or its permanent id.' }),
      ...votesNarrowed,
      ...paged(),
    },
    answer: votesCompared,
    selects: 'items',
    example: exampleVotesCompared,
    read: (asked) =>
      ofRecord(asked, 'actor', (slug) =>
        asked.record.related.votesCompared({ slug, with: asked.query.with, ...votesAsked(asked.query) }),
      ),
  });
}

function mentioning(kind: Kind): Endpoint {
  return endpoint({
    path: `/${segmentOf(kind)}/{key}/mentions`,
    id: `list${nameOf(kind)}Mentions`,
    tag: tagOf(kind),
    summary: `List the records that name one ${kind}`,
    description: 'In whatever way they do, with the fields in which they name it.',
    parameters: { key: keyOf(kind) },
    query: paged(),
    answer: mentions,
    selects: 'items',
    example: exampleMentions(kind),
    read: (asked) =>
      ofRecord(asked, kind, (slug) =>
        asked.record.related.mentions({ kind, slug, after: asked.query.after ?? null, limit: asked.query.limit }),
      ),
  });
}

/** What the boards of both kinds have in common. */
const boardOf = (kind: BoardKind) => ({
  path: `/${segmentOf(kind)}/{key}/board`,
  id: `read${nameOf(kind)}Board`,
  tag: tagOf(kind),
  summary: kind === 'issue' ? 'Read who holds what on one issue' : 'Read what one actor holds on every issue',
  description: 'Every position with all its turns. An actor that is silent is named apart: silence is no stance.',
  parameters: { key: keyOf(kind) },
  answer: boardView,
  selects: 'answer' as const,
  example: exampleBoard(kind),
});

const onBoards = {
  ...paged(longestBoard, longestBoard),
  member: slugSchema.optional().meta({ description: 'The slug of an organisation: only its members.' }),
};

function issueBoard(): Endpoint {
  return endpoint({
    ...boardOf('issue'),
    query: { ...onBoards, region: regionAsked },
    read: (asked) => {
      const { after = null, member = null, region = null, limit } = asked.query;
      return ofRecord(asked, 'issue', (slug) =>
        asked.record.board.get({ kind: 'issue', slug, after, member, region, limit }),
      );
    },
  });
}

function actorBoard(): Endpoint {
  return endpoint({
    ...boardOf('actor'),
    query: onBoards,
    read: (asked) => {
      const { after = null, member = null, limit } = asked.query;
      return ofRecord(asked, 'actor', (slug) => asked.record.board.get({ kind: 'actor', slug, after, member, limit }));
    },
  });
}

function around(): Endpoint {
  return endpoint({
    path: '/programmes/{key}/around',
    id: 'readProgrammeAround',
    tag: tagOf('programme'),
    summary: 'Read what stands around one programme',
    description: 'The editions of its line, the commitments under it, and where it was set out.',
    parameters: { key: keyOf('programme') },
    query: {},
    answer: programmeAround,
    selects: 'answer',
    example: exampleAround,
    read: (asked) => ofRecord(asked, 'programme', (slug) => asked.record.programme.around({ slug })),
  });
}

function passage(): Endpoint {
  return endpoint({
    path: '/passages/{id}',
    id: 'getPassage',
    tag: 'Passages',
    summary: 'Read one passage, and what rests on it',
    parameters: { id: passageIdSchema.meta({ description: 'The id of a passage, as citations give it.' }) },
    query: paged(),
    answer: passageUses,
    selects: 'items',
    example: examplePassageUses,
    read: async ({ record, path, query }) => {
      const answer = await record.related.passageUses({ ...path, after: query.after ?? null, limit: query.limit });
      if (answer === null) throw new RapporteurError('not_found', 'There is no passage of this id on record.');
      return { answer, next: nextBy('after', answer.next) };
    },
  });
}

type Read<T> = (slug: string) => Promise<T | null>;

/**
 * Reads something of the record that a key names. Where the record has none of it any more, its tombstone says why, or it
 * leads to what it was merged into.
 */
async function ofRecord<T extends { record: RecordLink; next?: string | null }>(
  { record, path }: Pick<Asked<{ key: ReturnType<typeof keyOf> }>, 'record' | 'path'>,
  kind: Kind,
  read: Read<T>,
): Promise<Reply> {
  const isId = kindOfId(path.key) !== null;
  const answer = await read(isId ? (await linkIn(record, kind, path.key)).slug : path.key);
  if (answer !== null) return { answer, next: nextBy('after', answer.next ?? null) };
  const { id } = await linkIn(record, kind, path.key);
  const now = await record.record.get({ id });
  if (now?.found === 'withdrawn') throw new Withdrawn(now.tombstone);
  if (now?.found === 'merged') return { mergedInto: now.into };
  throw nothing(kind, path.key, 'There is nothing here of what is asked for, such as that organisation.');
}

/** All of what the page of a record shows only the newest of. */
export const relatedEndpoints: Endpoint[] = [
  ...withStatements.map((kind) => statements(kind)),
  ...withPositions.map((kind) => positions(kind)),
  votes(),
  votesComparedWith(),
  ...kinds.map((kind) => mentioning(kind)),
  issueBoard(),
  actorBoard(),
  around(),
  passage(),
];
