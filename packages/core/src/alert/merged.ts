import type { Transaction } from '@rapporteur/db/transaction';

/**
 * Has a reader follow what their record was merged into. Gives false where they follow that already: then the links of their
 * mails and what is still to be sent belong to that alert, and this one is gone.
 */
export async function followMerged(tx: Transaction, id: string, into: string): Promise<boolean> {
  const [other] = await tx.$queryRaw<{ id: string }[]>`
    SELECT o."id" FROM "Alert" o JOIN "Alert" a ON a."email" = o."email"
    WHERE a."id" = ${id} AND o."about" = ${into} AND o."confirmedAt" IS NOT NULL FOR UPDATE OF o`;
  if (other === undefined) {
    await tx.alert.update({ where: { id }, data: { about: into } });
    return true;
  }
  await tx.alertToken.updateMany({ where: { alertId: id }, data: { alertId: other.id } });
  await tx.$executeRaw`
    UPDATE "AlertMail" m SET "alertId" = ${other.id} WHERE m."alertId" = ${id} AND m."sentAt" IS NULL
      AND NOT EXISTS (SELECT FROM "AlertMail" o WHERE o."alertId" = ${other.id} AND o."upTo" = m."upTo")`;
  await tx.alert.delete({ where: { id } });
  return false;
}
