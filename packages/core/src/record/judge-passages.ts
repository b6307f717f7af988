import { setImmediate } from 'node:timers/promises';
import type { Transaction } from '@rapporteur/db/transaction';
import type { PassageSelector } from '@rapporteur/domain/passage';
import { statesIn, type Reading } from '@rapporteur/domain/passages-in-text';
import type { PassageView } from '@rapporteur/domain/views';

/** How many passages are judged at once: a text is read once for all of its own among them. */
const portion = 50_000;

/**
 * How much one publication reads to judge passages, as `Reading` counts it: a second or two, while nobody else can publish.
 * What would be read beyond it is not compared, and says so.
 */
export const readingOfOne = (): Reading => ({ left: 100_000_000, pause: () => setImmediate() });

/** How many texts are held at once: each may be millions of letters long. */
const textsHeld = 20;

/** A passage with what it says, and the newest version of its source. */
export interface Judged extends PassageSelector {
  id: string;
  recordId: string;
  state: PassageView['state'];
  newest: string;
  /** Whether its source has the newest version that it had before. */
  known: boolean;
}

/** What is to be judged: new passages by their ids, and those of some sources, each with the revision that becomes public. */
export interface Unjudged {
  passages: readonly string[];
  sources: readonly { id: string; revisionNumber: number }[];
}

/**
 * Says of passages what became of them in the newest version of their source: readers see whether the words still stand
 * there. A passage of that version is as it was. Of a source whose newest version stays the same, what was judged before stays
 * as it is, and what was not compared yet is. Runs within a publication, whose instant is `at`.
 */
export async function judgePassages(
  tx: Transaction,
  { passages, sources }: Unjudged,
  { at, reading = readingOfOne() }: { at: Date; reading?: Reading },
): Promise<void> {
  if (passages.length === 0 && sources.length === 0) return;
  const { newer, same } = await byNewest(tx, sources);
  for (let after: { recordId: string; id: string } | undefined = { recordId: '', id: '' }; after !== undefined;) {
    // By source, so that a text is read for few portions.
    const rows: Judged[] = await tx.$queryRaw<Judged[]>`
      SELECT p."id", p."recordId", p."sha256", p."exact", p."prefix", p."suffix", p."start", p."end", p."state", n."sha256" AS newest,
        p."recordId" = ANY (${same}::text[]) AS known
      FROM "Passage" p CROSS JOIN LATERAL (
        SELECT v."sha256" FROM "SourceVersion" v WHERE v."recordId" = p."recordId" ORDER BY v."number" DESC LIMIT 1) n
      WHERE (p."id" = ANY (${[...passages]}::text[]) OR p."recordId" = ANY (${newer}::text[])
          OR p."recordId" = ANY (${same}::text[]) AND p."state" IN ('verified', 'uncompared'))
        AND (p."recordId", p."id") > (${after.recordId}, ${after.id}) AND (n."sha256" <> p."sha256" OR p."state" <> 'verified')
      ORDER BY p."recordId", p."id" LIMIT ${portion}`;
    const judged = await judge(tx, rows, reading);
    if (judged.length > 0)
      await tx.$executeRaw`
        UPDATE "Passage" p SET "state" = j."state", "checkedAt" = ${at.toISOString()}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) AS j("id" text, "state" text) WHERE p."id" = j."id"`;
    after = rows.length < portion ? undefined : rows.at(-1);
  }
}

/** The sources that have another newest version than what was public of them before, and the others. */
async function byNewest(tx: Transaction, sources: Unjudged['sources']): Promise<{ newer: string[]; same: string[] }> {
  if (sources.length === 0) return { newer: [], same: [] };
  const rows = await tx.$queryRaw<{ id: string; newer: boolean }[]>`
    SELECT s."id", now.newest IS DISTINCT FROM before.newest AS newer
    FROM jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) AS s("id" text, "revisionNumber" int)
    LEFT JOIN LATERAL (SELECT v."sha256" AS newest FROM "SourceVersion" v WHERE v."recordId" = s."id" ORDER BY v."number" DESC LIMIT 1) now ON true
    LEFT JOIN LATERAL (
      SELECT b."content" -> 'versions' -> -1 ->> 'sha256' AS newest FROM "PublishedRevision" b
      WHERE b."recordId" = s."id" AND b."revisionNumber" < s."revisionNumber" ORDER BY b."revisionNumber" DESC LIMIT 1) before ON true`;
  const idsOf = (newer: boolean) => rows.filter((row) => row.newer === newer).map(({ id }) => id);
  return { newer: idsOf(true), same: idsOf(false) };
}

/** Those whose state is another now. Few texts are held at a time. */
export async function judge(
  tx: Transaction,
  rows: readonly Judged[],
  reading: Reading,
): Promise<Pick<Judged, 'id' | 'state'>[]> {
  const byText = new Map<string, Judged[]>();
  for (const row of rows) {
    const own = byText.get(row.newest);
    if (own) own.push(row);
    else byText.set(row.newest, [row]);
  }
  const newest = [...byText.keys()];
  const judged: Pick<Judged, 'id' | 'state'>[] = [];
  for (let from = 0; from < newest.length; from += textsHeld) {
    const stored = await tx.storedText.findMany({
      where: { sha256: { in: newest.slice(from, from + textsHeld) } },
      select: { sha256: true, text: true },
    });
    for (const { sha256, text } of stored) {
      const own = byText.get(sha256) ?? [];
      const states = await statesIn(text, sha256, own, reading);
      own.forEach(({ id, state: before, known }, index) => {
        const state = states[index] ?? before;
        // What was said of it before was said of this very text.
        const stays = state === before || (state === 'uncompared' && known && before !== 'uncompared');
        if (!stays) judged.push({ id, state });
      });
    }
  }
  return judged;
}
