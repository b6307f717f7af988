import type { Transaction } from '@rapporteur/db/transaction';
import { judge, readingOfOne, type Judged } from '../record/judge-passages';
import { portions, type Finding } from './finding';

/** How many passages are looked up at once. */
const portion = 5000;

const words: Record<Judged['state'], string> = {
  verified: 'stand there as they did',
  moved: 'stand elsewhere there',
  changed: 'stand there in other words',
  gone: 'are gone there',
  uncompared: 'were not looked for there',
};

/**
 * No public passage of an older version says that it is verified where the newest version of its source has not got its words
 * as they stood: that was public before passages were judged (docs/decisions/107-what-corrections-may-not-take.md). What was
 * judged stays as it was said, by whomever (125). What there is no reading for is not told.
 */
export async function* verifyPassageStates(tx: Transaction): AsyncGenerator<Finding> {
  // The keys are of one length, so that they sort as pairs do.
  const read = (after: string) => tx.$queryRaw<Judged[]>`
    SELECT p."id", p."recordId", p."sha256", p."exact", p."prefix", p."suffix", p."start", p."end", p."state", n."sha256" AS newest, true AS known
    FROM "Passage" p CROSS JOIN LATERAL (
      SELECT v."sha256" FROM "SourceVersion" v WHERE v."recordId" = p."recordId" ORDER BY v."number" DESC LIMIT 1) n
    WHERE p."state" = 'verified' AND n."sha256" <> p."sha256" AND (p."recordId" || ' ' || p."id") > ${after}
    ORDER BY p."recordId" || ' ' || p."id" LIMIT ${portion}`;
  for await (const rows of portions(read, ({ recordId, id }) => `${recordId} ${id}`)) {
    const passages = new Map(rows.map((row) => [row.id, row]));
    for (const { id, state } of await judge(tx, rows, readingOfOne())) {
      const { recordId = id, exact = '' } = passages.get(id) ?? {};
      yield {
        record: recordId,
        what: `the passage ${id} says that it is verified, and its words ${words[state]} in the newest version: publish its source again, an edit will do. "${exact.slice(0, 60)}"`,
      };
    }
  }
}
