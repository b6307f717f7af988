import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Language } from '@rapporteur/domain/translation/languages';
import type { Texts } from '@rapporteur/domain/translation/texts';
import { requireNoEmbargo } from '../embargo/gate';
import { authorize, type Caller } from '../policy';
import { projectAgain } from '../record/live-contents';
import type { LockedRecord } from '../record/lock';
import { appendPublications, beginPublication } from '../record/publish';
import { requireReason } from '../record/withdraw';
import {
  concludeTranslation,
  lockTranslation,
  step,
  type Target,
  type Translation,
  type TranslationResult,
} from './lock';
import { hashTranslation } from './texts';

/** The id of the one translation of a record into a language that is public. */
const publishedId = (recordId: string, language: string) => `${recordId}/${language}`;

/** Publishes an approved translation, apart from its record: readers see it from this instant on. */
export function publishTranslation(db: PrismaClient, caller: Caller, input: Target): Promise<TranslationResult> {
  return transaction(db, (tx) => publishTranslationIn(tx, caller, input));
}

export async function publishTranslationIn(tx: Transaction, caller: Caller, input: Target): Promise<TranslationResult> {
  const { userId } = authorize(caller, 'translation.publish');
  const at = await beginPublication(tx);
  const { record, newest } = await lockTranslation(tx, input);
  const { translation, state } = step(newest, 'publish', 'publish');
  await requireNoEmbargo(tx, [record]);
  await requireReadable(tx, translation, 'publish');
  await tx.translation.updateMany({
    where: { recordId: record.id, language: input.language, state: 'live' },
    data: { state: 'superseded' },
  });
  const live = await tx.translation.update({
    where: { id: translation.id },
    data: { state, publishedAt: at, lockVersion: translation.lockVersion + 1, updatedAt: new Date() },
  });
  const sequence = await log(tx, record, live, 'translate', null);
  const { recordId, language, number, baseRevision, contentHash } = live;
  // Checked by its schema when it was saved, and by its hash just now.
  const shown = { language, number, baseRevision, texts: live.texts as Texts, contentHash, publishedAt: at, sequence };
  const id = publishedId(recordId, language);
  await tx.publishedTranslation.upsert({ where: { id }, create: { id, recordId, ...shown }, update: shown });
  await projectAgain(tx, recordId, at);
  return concludeTranslation(tx, userId, 'translation.publish', live, { sequence: Number(sequence) });
}

/** A translation is read beside the version it was made from, which has to be public as well. */
export async function requireReadable(tx: Transaction, translation: Translation, verb: string): Promise<void> {
  const { recordId, baseRevision, language, number, texts, contentHash } = translation;
  const base = await tx.publishedRevision.count({ where: { recordId, revisionNumber: baseRevision } });
  if (base === 0) {
    throw new RapporteurError(
      'state_conflict',
      `Cannot ${verb} this translation: version ${baseRevision}, from which it was made, is not public. Save it again from the version that is.`,
    );
  }
  const hash = hashTranslation({ language: language as Language, number, baseRevision, texts: texts as Texts });
  if (hash !== contentHash) {
    throw new RapporteurError(
      'state_conflict',
      `The text of this translation is not the one that was approved; run "rapporteur verify".`,
    );
  }
}

/** Takes a public translation back. The log says why; the original stays. */
export function withdrawTranslation(
  db: PrismaClient,
  caller: Caller,
  input: Target & { reason: string },
): Promise<TranslationResult> {
  return transaction(db, (tx) => withdrawTranslationIn(tx, caller, input));
}

export async function withdrawTranslationIn(
  tx: Transaction,
  caller: Caller,
  input: Target & { reason: string },
): Promise<TranslationResult> {
  const { userId } = authorize(caller, 'translation.withdraw');
  const reason = requireReason(input.reason);
  const at = await beginPublication(tx);
  const { record, newest } = await lockTranslation(tx, input);
  const live = await tx.translation.findFirst({
    where: { recordId: record.id, language: input.language, state: 'live' },
  });
  const { translation, state } = step(live, 'withdraw', 'withdraw');
  const lockVersion = (newest?.lockVersion ?? 0) + 1;
  await tx.translation.update({ where: { id: translation.id }, data: { state, updatedAt: new Date() } });
  // The version is that of the newest text, whichever of them is taken back.
  if (newest) await tx.translation.update({ where: { id: newest.id }, data: { lockVersion } });
  await log(tx, record, translation, 'withdraw_translation', reason);
  await tx.publishedTranslation.delete({ where: { id: publishedId(record.id, input.language) } });
  await projectAgain(tx, record.id, at);
  return concludeTranslation(tx, userId, 'translation.withdraw', { ...translation, state, lockVersion }, { reason });
}

async function log(
  tx: Transaction,
  record: LockedRecord,
  { language, baseRevision, contentHash }: Translation,
  action: 'translate' | 'withdraw_translation',
  note: string | null,
): Promise<bigint> {
  const entry = await tx.entry.findUnique({ where: { id: record.id }, select: { title: true } });
  const { id: recordId, kind, slug } = record;
  const title = entry?.title ?? null;
  const sequences = await appendPublications(tx, [
    { recordId, kind, slug, title, revisionNumber: baseRevision, action, note, contentHash, language },
  ]);
  const sequence = sequences.get(recordId);
  if (sequence === undefined) throw new Error(`The translation of ${recordId} is not in the log.`);
  return sequence;
}
