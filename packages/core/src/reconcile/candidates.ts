import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { ActorContent } from '@rapporteur/domain/content/actor';
import { foldName } from '@rapporteur/domain/name-fold';
import { formOf, likeness, type NameForm } from '@rapporteur/domain/reconcile/likeness';

/** What an actor is looked for by: a name in any script and spelling, identifiers of it, or both. */
export interface Sought {
  name: string | null;
  identifiers: readonly Identifier[];
  /** Identifiers that the name may itself be, such as HUN: one that fits speaks for an actor, one that does not says nothing. */
  codes?: readonly Identifier[];
  /** Only actors of these types; null for any. */
  types: readonly ActorContent['type'][] | null;
}
export interface Identifier {
  scheme: string;
  value: string;
}

/** An actor that may be meant. */
export interface Candidate {
  actor: ReconciledActor;
  /** From 0 to 100. */
  score: number;
  /** How like its nearest name is, and whether an identifier is the same (true), another (false), or not on record (null). */
  features: { name: number; identifier: boolean | null };
}

/** An actor as others match and extend their data with it. */
export interface ReconciledActor {
  id: string;
  slug: string;
  title: string;
  content: ActorContent;
}

/** How many names are weighed for one that is looked for: the nearest by their trigrams. */
const weighed = 40;

/** Below this score nothing is offered. */
const least = 30;

/** From this score on a name is likely, and others that share no word's sound or spelling with what is asked are not looked for. */
const likely = 40;

/** Actors for each that is sought, the likeliest first. One query or two for all names, one for all identifiers, one for the actors. */
export async function candidatesFor(published: Published, sought: readonly Sought[]): Promise<Candidate[][]> {
  const [names, identified] = await Promise.all([namesLike(published, sought), identifiedBy(published, sought)]);
  const ids = new Set([...names, ...identified].map(({ recordId }) => recordId));
  const actors = await actorsOf(published, [...ids]);
  return sought.map((wanted, at) => {
    const similar = new Map<string, number>();
    for (const { recordId, like } of names.filter(({ asked }) => asked === at))
      similar.set(recordId, Math.max(similar.get(recordId) ?? 0, like));
    for (const { recordId } of identified.filter(({ asked }) => asked === at))
      if (!similar.has(recordId)) similar.set(recordId, 0);
    return [...similar]
      .flatMap(([id, name]) => {
        const actor = actors.get(id);
        const fits = actor !== undefined && (wanted.types === null || wanted.types.includes(actor.content.type));
        return fits ? [candidate(actor, name, wanted)] : [];
      })
      .filter(({ score }) => score >= least)
      .toSorted((a, b) => b.score - a.score || (a.actor.id < b.actor.id ? -1 : 1));
  });
}

/** An identifier that is the same is certain; another one of its scheme speaks against what the name says. */
function candidate(actor: ReconciledActor, name: number, { identifiers, codes = [] }: Sought): Candidate {
  const had = actor.content.identifiers;
  const has = ({ scheme, value }: Identifier) => had.some((own) => own.scheme === scheme && own.value === value);
  const known = identifiers.filter(({ scheme }) => had.some((own) => own.scheme === scheme));
  const identifier = known.length > 0 ? known.some(has) : codes.some(has) || null;
  return {
    actor,
    score: identifier === null ? name : identifier ? 100 : Math.round(name / 2),
    features: { name, identifier },
  };
}

/**
 * Which of the candidates is meant without a doubt; null where that is for a person to say. It has the name, or the
 * identifier, and no other comes near.
 */
export function certain([first, second]: readonly Candidate[]): Candidate | null {
  if (first === undefined || first.score < 98 || first.features.identifier === false) return null;
  return second === undefined || second.score < 90 ? first : null;
}

/** A name on record and how like it is to one that is asked for. */
interface LikeName {
  asked: number;
  recordId: string;
  like: number;
}

interface AskedName {
  asked: number;
  form: NameForm;
  types: Sought['types'];
}

/**
 * Names like those that are asked for: those of which a word sounds the same or is spelt the same but for a letter, which an index
 * gives at once; where none of them is likely, by the trigrams of the whole name too, which costs ten times as much.
 */
async function namesLike(published: Published, sought: readonly Sought[]): Promise<LikeName[]> {
  const given = sought.flatMap(({ name, types }, asked) => {
    const folded = foldName(name ?? '');
    return folded === '' ? [] : [{ asked, form: formOf(folded), types }];
  });
  const near = await namesWhere(
    published,
    given,
    Prisma.sql`(a."sounds" && q."sounds" OR public.name_spellings(a."folded") && public.name_spellings(q."folded"))`,
  );
  const known = new Set(near.flatMap(({ asked, like }) => (like >= likely ? [asked] : [])));
  const rest = given.filter(({ asked }) => !known.has(asked));
  // Operators of extensions are named with their schema: in the past there is nothing on the path but what stood then.
  return [...near, ...(await namesWhere(published, rest, Prisma.sql`a."folded" OPERATOR(public.%) q."folded"`))];
}

/** The nearest names for each that is asked for, by their trigrams, among those that a condition leaves. */
async function namesWhere(published: Published, given: readonly AskedName[], which: Prisma.Sql): Promise<LikeName[]> {
  if (given.length === 0) return [];
  const asked = given.map(({ form: { folded, sounds }, types }, at) => ({
    at,
    folded,
    sounds: [...new Set(sounds)],
    types,
  }));
  const rows = await published.$queryRaw<
    { at: number; recordId: string; folded: string; sounds: string[]; similarity: number }[]
  >`
    SELECT q."at", n."recordId", btrim(n."folded") AS folded, n."sounds", n."similarity"::float8 AS similarity
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      AS q("at" int, "folded" text, "sounds" text[], "types" text[]), LATERAL (
      SELECT a."recordId", a."folded", a."sounds", public.similarity(a."folded", q."folded") AS similarity
      FROM "SearchName" a
      WHERE a."kind" = 'actor' AND ${which}
        AND (q."types" IS NULL OR EXISTS (
          SELECT 1 FROM "Entry" e
          JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"
          WHERE e."id" = a."recordId" AND r."content" ->> 'type' = ANY (q."types")))
      ORDER BY 4 DESC, length(a."folded"), a."id" LIMIT ${weighed}
    ) AS n`;
  return rows.flatMap(({ at, recordId, folded, sounds, similarity }) => {
    const name = given[at];
    return name === undefined
      ? []
      : [{ asked: name.asked, recordId, like: likeness(name.form, formOf(folded, sounds), similarity) }];
  });
}

async function identifiedBy(
  published: Published,
  sought: readonly Sought[],
): Promise<{ asked: number; recordId: string }[]> {
  const given = sought.flatMap(({ identifiers, codes = [] }, asked) =>
    [...identifiers, ...codes].map((identifier) => ({ asked, ...identifier })),
  );
  if (given.length === 0) return [];
  return published.$queryRaw<{ asked: number; recordId: string }[]>`
    SELECT q."asked", i."recordId"
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS q("asked" int, "scheme" text, "value" text)
    JOIN "ActorIdentifier" i ON i."scheme" = q."scheme" AND i."value" = q."value"`;
}

/** The public actors among ids. */
export async function actorsOf(published: Published, ids: readonly string[]): Promise<Map<string, ReconciledActor>> {
  if (ids.length === 0) return new Map();
  const rows = await published.$queryRaw<ReconciledActor[]>`
    SELECT e."id", e."slug", e."title", r."content" FROM "Entry" e
    JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"
    WHERE e."id" = ANY (${[...ids]}::text[]) AND e."kind" = 'actor' AND e."state" = 'live'`;
  // Published content was parsed by the schema of its kind before it was written.
  return new Map(rows.map((row) => [row.id, row]));
}
