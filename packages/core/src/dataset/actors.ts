import type { Transaction } from '@rapporteur/db/transaction';
import { foldName } from '@rapporteur/domain/name-fold';

/** How an actor was told: by its code, by a name that is its own, or by another that it is known by. */
export type MatchedBy = 'code' | 'name' | 'alias';

export interface Match {
  id: string;
  by: MatchedBy;
}

/** An actor as it is matched. */
interface Known {
  id: string;
  codes: readonly string[];
  /** What it is called, and what else it is known by. */
  names: readonly string[];
  aliases: readonly string[];
}

const codeKey = (scheme: string, value: string) => `${scheme} ${value.toLowerCase()}`;

/**
 * Tells actors by code, then by name, then by alias. A code or a name that stands for two actors stands for none: nothing is
 * guessed. Names are compared without case, accents and script.
 */
export class ActorMatcher {
  private readonly codes = new Map<string, string | null>();
  private readonly names = new Map<string, string | null>();
  private readonly aliases = new Map<string, string | null>();
  private readonly titles = new Map<string, string>();
  private readonly codesOf = new Map<string, Set<string>>();

  /** Takes up every actor that is public. */
  static async of(tx: Pick<Transaction, '$queryRaw'>): Promise<ActorMatcher> {
    const matcher = new ActorMatcher();
    const rows = await tx.$queryRaw<{ id: string; names: string[]; aliases: string[]; codes: string[] }[]>`
      SELECT e."id", array_agg(n."text" ORDER BY n."id") FILTER (WHERE n."use" IN ('preferred', 'official')) AS names,
        array_agg(n."text" ORDER BY n."id") FILTER (WHERE n."use" IN ('alias', 'former')) AS aliases,
        (SELECT array_agg(i."scheme" || ' ' || lower(i."value")) FROM "ActorIdentifier" i WHERE i."recordId" = e."id") AS codes
      FROM "Entry" e JOIN "ActorName" n ON n."recordId" = e."id" WHERE e."kind" = 'actor' AND e."state" = 'live' GROUP BY e."id" ORDER BY e."id"`;
    for (const { id, names, aliases, codes } of rows)
      matcher.add({ id, names: names ?? [], aliases: aliases ?? [], codes: codes ?? [] });
    return matcher;
  }

  /** Takes up an actor. Codes are a scheme and a value, a space between them. */
  add({ id, codes, names, aliases }: Known): void {
    const put = (into: Map<string, string | null>, key: string) => {
      const there = into.get(key);
      into.set(key, there === undefined || there === id ? id : null);
    };
    for (const code of codes) put(this.codes, code.toLowerCase());
    for (const name of names) put(this.names, foldName(name));
    for (const alias of aliases) put(this.aliases, foldName(alias));
    this.titles.set(id, names[0] ?? aliases[0] ?? id);
    this.codesOf.set(id, new Set(codes.map((code) => code.toLowerCase())));
  }

  /** Answers who it is; whom the name stands for, where the code is another's; or null. */
  match(name: string, code: { scheme: string; value: string } | null): Match | { contradicts: string } | null {
    const byCode = code === null ? null : this.codes.get(codeKey(code.scheme, code.value));
    if (byCode) return { id: byCode, by: 'code' };
    const folded = foldName(name);
    const byName = this.names.get(folded);
    // A name that two actors have is not told apart by an alias of a third.
    const id = byName === undefined ? this.aliases.get(folded) : byName;
    if (!id) return null;
    if (code !== null && this.hasOtherCode(id, code.scheme)) return { contradicts: id };
    return { id, by: byName ? 'name' : 'alias' };
  }

  /** Whether an actor has a code of a scheme; asked when it was not found by one. */
  private hasOtherCode(id: string, scheme: string): boolean {
    return [...(this.codesOf.get(id) ?? [])].some((code) => code.startsWith(`${scheme} `));
  }

  nameOf(id: string): string {
    return this.titles.get(id) ?? id;
  }
}
