import type { Transaction } from '@rapporteur/db/transaction';
import { reanchor } from '@rapporteur/domain/anchor';
import { occurrences } from '@rapporteur/domain/occurrences';
import type { PassageSelector } from '@rapporteur/domain/passage';
import type { PassageView } from '@rapporteur/domain/views';

/** How many passages are judged at once. */
const portion = 1000;

/** Above this length, in UTF-16 units, words that are gone are not looked for in other words: it would cost a reading each. */
const longest = 200_000;

/**
 * How much one publication reads to look for words that are gone in other words, in UTF-16 units: a second or two, while
 * nobody else can publish. What would be read beyond it is gone.
 */
const mostRead = 10_000_000;

/** How many texts are held at once: each may be millions of letters long. */
const textsHeld = 20;

interface Judged extends PassageSelector {
  id: string;
  recordId: string;
  state: PassageView['state'];
  newest: string;
}

/** What is to be judged: passages by their ids, and all passages of some sources. */
export interface Unjudged {
  passages: readonly string[];
  sources: readonly string[];
}

/**
 * Says of passages what became of them in the newest version of their source: readers see whether the words still stand
 * there. A passage of that version is as it was. Runs within a publication, whose instant is `at`.
 */
export async function judgePassages(tx: Transaction, { passages, sources }: Unjudged, at: Date): Promise<void> {
  if (passages.length === 0 && sources.length === 0) return;
  const stateIn = judge();
  for (let after: { recordId: string; id: string } | undefined = { recordId: '', id: '' }; after !== undefined;) {
    // By source, so that a text is read for few portions.
    const rows: Judged[] = await tx.$queryRaw<Judged[]>`
      SELECT p."id", p."recordId", p."sha256", p."exact", p."prefix", p."suffix", p."start", p."end", p."state", n."sha256" AS newest
      FROM "Passage" p CROSS JOIN LATERAL (
        SELECT v."sha256" FROM "SourceVersion" v WHERE v."recordId" = p."recordId" ORDER BY v."number" DESC LIMIT 1) n
      WHERE (p."id" = ANY (${[...passages]}::text[]) OR p."recordId" = ANY (${[...sources]}::text[]))
        AND (p."recordId", p."id") > (${after.recordId}, ${after.id}) AND (n."sha256" <> p."sha256" OR p."state" <> 'verified')
      ORDER BY p."recordId", p."id" LIMIT ${portion}`;
    const judged: Pick<Judged, 'id' | 'state'>[] = [];
    for await (const [row, text] of withTexts(tx, rows)) {
      const state = stateIn(row, text);
      if (state !== row.state) judged.push({ id: row.id, state });
    }
    if (judged.length > 0)
      await tx.$executeRaw`
        UPDATE "Passage" p SET "state" = j."state", "checkedAt" = ${at.toISOString()}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) AS j("id" text, "state" text) WHERE p."id" = j."id"`;
    after = rows.length < portion ? undefined : rows.at(-1);
  }
}

/** Passages, each with the newest text of its source; few texts at a time. */
async function* withTexts(tx: Transaction, rows: readonly Judged[]): AsyncGenerator<[Judged, string]> {
  const newest = [...new Set(rows.map((row) => row.newest))];
  for (let from = 0; from < newest.length; from += textsHeld) {
    const wanted = newest.slice(from, from + textsHeld);
    const found = await tx.storedText.findMany({
      where: { sha256: { in: wanted } },
      select: { sha256: true, text: true },
    });
    const texts = new Map(found.map(({ sha256, text }) => [sha256, text]));
    for (const row of rows) if (wanted.includes(row.newest)) yield [row, texts.get(row.newest) ?? ''];
  }
}

/** What became of a passage in a text, one after the other, within what a publication may read. */
function judge() {
  let left = mostRead;
  return ({ newest, ...passage }: Judged, text: string): PassageView['state'] => {
    if (newest === passage.sha256) return 'verified';
    if (occurrences(text, passage.exact, 1).length === 0) {
      if (text.length > longest || text.length > left) return 'gone';
      left -= text.length;
    }
    return reanchor(passage, text, newest).state;
  };
}
