import type { Transaction } from '@rapporteur/db/transaction';
import { reanchor } from '@rapporteur/domain/anchor';
import { occurrences } from '@rapporteur/domain/occurrences';
import type { PassageSelector } from '@rapporteur/domain/passage';
import type { PassageView } from '@rapporteur/domain/views';

/** How many passages are judged at once. */
const portion = 1000;

/** Above this length, in UTF-16 units, words that are gone are not looked for in other words: it would cost a reading each. */
const longest = 200_000;

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
  const texts = new Map<string, string>();
  for (let after: string | undefined = ''; after !== undefined;) {
    const rows: Judged[] = await tx.$queryRaw<Judged[]>`
      SELECT p."id", p."recordId", p."sha256", p."exact", p."prefix", p."suffix", p."start", p."end", p."state", n."sha256" AS newest
      FROM "Passage" p CROSS JOIN LATERAL (
        SELECT v."sha256" FROM "SourceVersion" v WHERE v."recordId" = p."recordId" ORDER BY v."number" DESC LIMIT 1) n
      WHERE (p."id" = ANY (${[...passages]}::text[]) OR p."recordId" = ANY (${[...sources]}::text[])) AND p."id" > ${after}
        AND (n."sha256" <> p."sha256" OR p."state" <> 'verified')
      ORDER BY p."id" LIMIT ${portion}`;
    await readTexts(tx, rows, texts);
    const judged = rows.flatMap((row) => {
      const state = stateIn(row, texts.get(row.newest) ?? '');
      return state === row.state ? [] : [{ id: row.id, state }];
    });
    if (judged.length > 0)
      await tx.$executeRaw`
        UPDATE "Passage" p SET "state" = j."state", "checkedAt" = ${at.toISOString()}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) AS j("id" text, "state" text) WHERE p."id" = j."id"`;
    after = rows.length < portion ? undefined : rows.at(-1)?.id;
  }
}

async function readTexts(tx: Transaction, rows: readonly Judged[], texts: Map<string, string>): Promise<void> {
  const wanted = [...new Set(rows.map(({ newest }) => newest))].filter((sha256) => !texts.has(sha256));
  if (wanted.length === 0) return;
  const found = await tx.storedText.findMany({
    where: { sha256: { in: wanted } },
    select: { sha256: true, text: true },
  });
  for (const { sha256, text } of found) texts.set(sha256, text);
}

function stateIn({ newest, ...passage }: Judged, text: string): PassageView['state'] {
  if (newest === passage.sha256) return 'verified';
  if (text.length > longest && occurrences(text, passage.exact, 1).length === 0) return 'gone';
  return reanchor(passage, text, newest).state;
}
