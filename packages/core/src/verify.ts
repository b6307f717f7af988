import type { PrismaClient } from '@rapporteur/db/generated/client';
import { snapshot, type Transaction } from '@rapporteur/db/transaction';
import { verifyChoices } from './verify/choices';
import { verifyDesk } from './verify/desk';
import { gather, type Finding } from './verify/finding';
import { verifyHistory } from './verify/history';
import { verifyLog } from './verify/log';
import { verifyPassages } from './verify/passages';
import { verifyRevisions } from './verify/revisions';
import { verifyTallies } from './verify/tallies';
import { verifyTexts } from './verify/texts';
import { verifyTranslations } from './verify/translations';
import { verifyTwins } from './verify/twins';

export type { Finding } from './verify/finding';

/** How long it may take, in milliseconds: a day. The record may be large, and nobody waits for its snapshot. */
const limit = 86_400_000;

/** The parts, in the order in which each may build on the one before. */
const parts = {
  'the publication log': verifyLog,
  'the revisions': verifyRevisions,
  'the stored texts': verifyTexts,
  'the passages': verifyPassages,
  'the twins of the published tables': verifyTwins,
  'every row that was ever public': verifyHistory,
  'the choices in votes': verifyChoices,
  'the translations': verifyTranslations,
  'the tallies of public records': verifyTallies,
  'the lists of the desk': verifyDesk,
} satisfies Record<string, (tx: Transaction) => AsyncGenerator<Finding>>;

/**
 * Checks what the record promises against what the database holds: the log's chain, the hash of every revision, every
 * stored text, every passage, every row of the published tables, now and at each instant of the past, and every row of
 * the desk's lists. Reads in
 * portions from one snapshot, so that publications that go on meanwhile are no finding, and changes nothing. No finding
 * means that nothing was altered behind the program's back. `onPart` is told what is being checked.
 */
export function verify(db: PrismaClient, onPart: (part: string) => void = () => undefined): Promise<Finding[]> {
  return snapshot(
    db,
    (tx) => {
      const all = async function* () {
        for (const [part, check] of Object.entries(parts)) {
          onPart(part);
          yield* check(tx);
        }
      };
      return gather(all());
    },
    { timeout: limit },
  );
}
