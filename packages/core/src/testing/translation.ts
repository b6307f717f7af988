import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Language } from '@rapporteur/domain/translation/languages';
import type { ImportPeople } from '../bundle/import';
import type { TranslationResult } from '../translation/lock';
import { publishTranslation } from '../translation/publish';
import { approveTranslation, submitTranslation } from '../translation/review';
import { saveTranslation } from '../translation/save';

/** A translation of a public record that is public itself: written by the one, approved and published by the other. */
export async function publishedTranslation(
  db: PrismaClient,
  people: ImportPeople,
  {
    id,
    language,
    baseRevision,
    texts,
  }: { id: string; language: Language; baseRevision: number; texts: Record<string, string> },
): Promise<TranslationResult> {
  const newest = await db.translation.findFirst({ where: { recordId: id, language }, orderBy: { number: 'desc' } });
  const expectedVersion = newest?.lockVersion ?? 0;
  const target = { id, language };
  const saved = await saveTranslation(db, people.importer, { ...target, expectedVersion, baseRevision, texts });
  const submitted = await submitTranslation(db, people.importer, { ...target, expectedVersion: saved.lockVersion });
  const approved = await approveTranslation(db, people.reviewer, { ...target, expectedVersion: submitted.lockVersion });
  return publishTranslation(db, people.reviewer, { ...target, expectedVersion: approved.lockVersion });
}
