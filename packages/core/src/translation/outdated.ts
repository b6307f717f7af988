import type { Transaction } from '@rapporteur/db/transaction';
import type { AnyContent } from '@rapporteur/domain/content/content';
import { outdatedIn, placeTexts } from '@rapporteur/domain/translation/place';
import type { Texts } from '@rapporteur/domain/translation/texts';
import { asContent, contentsOf } from './texts';

/**
 * Counts anew in how many places the translations of some records no longer fit them, now that these are the texts that
 * readers see. The number of statements does not depend on the number of records.
 */
export async function recountOutdated(
  tx: Transaction,
  records: readonly { id: string; record: AnyContent }[],
): Promise<void> {
  const translations = await tx.translation.findMany({
    where: {
      recordId: { in: records.map(({ id }) => id) },
      state: { in: ['draft', 'in_review', 'approved', 'live'] },
    },
    select: { id: true, recordId: true, baseRevision: true, texts: true, outdated: true },
  });
  const bases = await contentsOf(
    tx,
    translations.map(({ recordId, baseRevision: number }) => ({ recordId, number })),
  );
  const current = new Map(records.map(({ id, record }) => [id, record]));
  const changed = translations.flatMap(({ id, recordId, baseRevision, texts, outdated }) => {
    const now = current.get(recordId);
    const base = bases.get(`${recordId}@${baseRevision}`);
    if (!now || base === undefined) return [];
    const counted = outdatedIn(placeTexts(asContent(now.kind, base), now, texts as Texts));
    return counted === outdated ? [] : [{ id, outdated: counted }];
  });
  if (changed.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Translation" t SET "outdated" = c."outdated"
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS c("id" text, "outdated" int) WHERE t."id" = c."id"`;
}
