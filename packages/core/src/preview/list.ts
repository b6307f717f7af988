import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { PreviewItem } from '@rapporteur/domain/preview-views';
import type { Language } from '@rapporteur/domain/translation/languages';
import { authorize, can, type Caller } from '../policy';

/** The previews of a record, the newest first, each with what ended it, if anything has. Tokens are not among it. */
export async function listPreviews(db: PrismaClient, caller: Caller, id: string): Promise<PreviewItem[]> {
  authorize(caller, 'desk.read');
  const rows = await db.$queryRaw<
    {
      id: string;
      revision: number;
      language: Language | null;
      number: number | null;
      by: string;
      createdAt: Date;
      expiresAt: Date;
      ended: PreviewItem['ended'];
    }[]
  >`
    SELECT t."id", t."revisionNumber" AS revision, t."language", t."translationNumber" AS number, coalesce(u."name", t."createdById") AS by, t."createdAt", t."expiresAt",
      CASE WHEN t."revokedAt" IS NOT NULL THEN 'revoked' WHEN t."expiresAt" <= clock_timestamp() THEN 'expired'
        WHEN public.preview_view(t."tokenHash") IS NULL THEN 'changed' END AS ended
    FROM "PreviewToken" t LEFT JOIN "User" u ON u."id" = t."createdById"
    WHERE t."recordId" = ${id} ORDER BY t."createdAt" DESC, t."id" LIMIT 100`;
  return rows.map(({ createdAt, expiresAt, language, number, ...row }) => ({
    ...row,
    translation: language === null || number === null ? null : { language, number },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}

/** Ends a preview at once. People revoke their own; whoever publishes, anybody's. */
export async function revokePreview(db: PrismaClient, caller: Caller, id: string): Promise<{ id: string }> {
  const { userId } = authorize(caller, 'preview.revoke');
  return transaction(db, async (tx) => {
    const preview = await tx.previewToken.findUnique({ where: { id } });
    if (!preview) throw new RapporteurError('not_found', `There is no preview ${id}.`);
    if (preview.createdById !== userId && !can(caller, 'record.publish')) {
      throw new RapporteurError('forbidden', 'Somebody else made this preview; only they or a publisher revoke it.');
    }
    await tx.$executeRaw`
      UPDATE "PreviewToken" SET "revokedAt" = coalesce("revokedAt", clock_timestamp()) WHERE "id" = ${id}`;
    await tx.auditEntry.create({
      data: {
        userId,
        action: 'preview.revoke',
        recordId: preview.recordId,
        revisionNumber: preview.revisionNumber,
        detail: { preview: id },
      },
    });
    return { id };
  });
}
