import { formatStamp } from '@rapporteur/domain/instant';
import type { PrismaClient } from '@rapporteur/db/generated/client';

/** The stamps of the demonstration: before the correction, between it and the withdrawal, and before everything. */
export async function stampsOf(db: PrismaClient): Promise<{ first: string; corrected: string; before: string }> {
  const correction = await db.publication.findFirstOrThrow({
    where: { action: 'correct' },
    orderBy: { sequence: 'asc' },
  });
  const withdrawal = await db.publication.findFirstOrThrow({
    where: { action: 'withdraw' },
    orderBy: { sequence: 'asc' },
  });
  // The publications of the demonstration are more than a second apart, and a stamp names the end of a second.
  const justBefore = (instant: Date) => formatStamp(new Date(instant.getTime() - 1000));
  return {
    first: justBefore(correction.recordedAt),
    corrected: justBefore(withdrawal.recordedAt),
    before: '20000101000000',
  };
}
