import type { Transaction } from '@rapporteur/db/transaction';
import { foldName } from '@rapporteur/domain/name-fold';

/** How an actor was told: by its code, by a name that is its own, by another that it is known by, or as one merged into it. */
export type MatchedBy = 'code' | 'name' | 'alias' | 'merge';

export interface Match {
  id: string;
  by: MatchedBy;
}

/** An actor as it is matched. */
interface Known {
  id: string;
  /** The public actor that it was merged into. */
  into?: string | null;
  codes: readonly string[];
  /** What it is called, and what else it is known by. */
  names: readonly string[];
  aliases: readonly string[];
}

/** Whom a code or a name stands for; no actor where it stands for two. */
interface Meant {
  known: Known | null;
  isMerged: boolean;
}

const codeKey = (scheme: string, value: string) => `${scheme} ${value.toLowerCase()}`;

/**
 * Tells actors by code, then by name, then by alias. A code or a name that stands for two actors stands for none: nothing is
 * guessed. Names are compared without case, accents and script. An actor that was merged is told as it was before, and means
 * the one that it was merged into; where a public actor has the same code or name, that is meant.
 */
export class ActorMatcher {
  private readonly codes = new Map<string, Meant>();
  private readonly names = new Map<string, Meant>();
  private readonly aliases = new Map<string, Meant>();
  private readonly titles = new Map<string, string>();

  /** Takes up every actor that is public, and every one that was merged into such an actor. */
  static async of(tx: Pick<Transaction, '$queryRaw'>): Promise<ActorMatcher> {
    const matcher = new ActorMatcher();
    const rows = await tx.$queryRaw<{ id: string; names: string[]; aliases: string[]; codes: string[] }[]>`
      SELECT e."id", array_agg(n."text" ORDER BY n."id") FILTER (WHERE n."use" IN ('preferred', 'official')) AS names,
        array_agg(n."text" ORDER BY n."id") FILTER (WHERE n."use" IN ('alias', 'former')) AS aliases,
        (SELECT array_agg(i."scheme" || ' ' || lower(i."value")) FROM "ActorIdentifier" i WHERE i."recordId" = e."id") AS codes
      FROM "Entry" e JOIN "ActorName" n ON n."recordId" = e."id" WHERE e."kind" = 'actor' AND e."state" = 'live' GROUP BY e."id" ORDER BY e."id"`;
    for (const { id, names, aliases, codes } of rows)
      matcher.add({ id, names: names ?? [], aliases: aliases ?? [], codes: codes ?? [] });
    for (const known of await mergedActors(tx)) matcher.add(known);
    return matcher;
  }

  /** Takes up an actor. Codes are a scheme and a value, a space between them. */
  add(known: Known): void {
    const { id, into, codes, names, aliases } = known;
    const isMerged = typeof into === 'string';
    const isSame = (other: Known | null) => other !== null && (other.into ?? other.id) === (into ?? id);
    const put = (meant: Map<string, Meant>, key: string) => {
      const there = meant.get(key);
      if (there && there.isMerged === isMerged && !isSame(there.known)) meant.set(key, { known: null, isMerged });
      else if (!there || !isMerged) meant.set(key, { known, isMerged });
    };
    for (const code of codes) put(this.codes, code.toLowerCase());
    for (const name of names) put(this.names, foldName(name));
    for (const alias of aliases) put(this.aliases, foldName(alias));
    if (!isMerged) this.titles.set(id, names[0] ?? aliases[0] ?? id);
  }

  /** Answers who it is; whom the name stands for, where the code is another's; or null. */
  match(name: string, code: { scheme: string; value: string } | null): Match | { contradicts: string } | null {
    const byCode = code === null ? null : this.codes.get(codeKey(code.scheme, code.value))?.known;
    if (byCode) return matchOf(byCode, 'code');
    const folded = foldName(name);
    const byName = this.names.get(folded);
    // A name that two actors have is not told apart by an alias of a third.
    const known = (byName ?? this.aliases.get(folded))?.known;
    if (!known) return null;
    if (code !== null && hasCodeOf(known, code.scheme)) return { contradicts: known.into ?? known.id };
    return matchOf(known, byName ? 'name' : 'alias');
  }

  nameOf(id: string): string {
    return this.titles.get(id) ?? id;
  }
}

/**
 * The actors that were merged into public ones, with their names and codes of then. Of one that a bundle brought as an address
 * alone no name is known: its address stands for it.
 */
async function mergedActors(tx: Pick<Transaction, '$queryRaw'>): Promise<Known[]> {
  const rows = await tx.$queryRaw<{ id: string; slug: string; into: string; content: MergedContent | null }[]>`
    SELECT e."id", e."slug", e."mergedIntoId" AS into, (SELECT r."content" FROM "Revision" r
      WHERE r."recordId" = e."id" AND r."state" = 'withdrawn' ORDER BY r."number" DESC LIMIT 1) AS content
    FROM "Entry" e JOIN "Entry" t ON t."id" = e."mergedIntoId" AND t."state" = 'live'
    WHERE e."kind" = 'actor' AND e."state" = 'merged' ORDER BY e."id"`;
  return rows.map(({ id, slug, into, content }) => {
    const named = (isOwn: boolean) =>
      (content?.names ?? [])
        .filter(({ use }) => (use === 'preferred' || use === 'official') === isOwn)
        .map(({ text }) => text);
    const codes = (content?.identifiers ?? []).map(({ scheme, value }) => `${scheme} ${value}`);
    return { id, into, codes, names: named(true), aliases: content?.names ? named(false) : [slug] };
  });
}

interface MergedContent {
  names?: { text: string; use: string }[];
  identifiers?: { scheme: string; value: string }[];
}

const matchOf = ({ id, into }: Known, by: MatchedBy): Match =>
  typeof into === 'string' ? { id: into, by: 'merge' } : { id, by };

/** Whether an actor has a code of a scheme; asked when it was not found by one. */
const hasCodeOf = ({ codes }: Known, scheme: string) => codes.some((code) => code.startsWith(`${scheme} `));
