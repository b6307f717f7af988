import type { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError, VersionConflict } from '@rapporteur/domain/errors';
import { transition, type Action, type State } from '@rapporteur/domain/lifecycle';
import { languageNames, type Language } from '@rapporteur/domain/translation/languages';
import { lockRecord, type LockedRecord } from '../record/lock';

/** A translation of a record, with the version of it that the caller has seen: 0 where there was none. */
export interface Target {
  id: string;
  language: Language;
  expectedVersion: number;
}

export type Translation = Prisma.TranslationGetPayload<Record<string, never>>;

/** Where a translation stands after a command. */
export interface TranslationResult {
  id: string;
  language: Language;
  number: number;
  state: State;
  lockVersion: number;
}

/** Locks the record, and with it its translations, and compares the version of the newest one with what was seen. */
export async function lockTranslation(
  tx: Transaction,
  { id, language, expectedVersion }: Target,
): Promise<{ record: LockedRecord; newest: Translation | null }> {
  const record = await lockRecord(tx, id, null);
  const newest = await tx.translation.findFirst({ where: { recordId: id, language }, orderBy: { number: 'desc' } });
  const lockVersion = newest?.lockVersion ?? 0;
  if (lockVersion !== expectedVersion) {
    throw new VersionConflict(
      `The ${languageNames[language].english} translation has changed since you opened it: you have version ${expectedVersion}, it is now at ${lockVersion}. Your text is not saved; compare it with the newer one.`,
      { lockVersion, revisionNumber: newest?.number ?? 0 },
    );
  }
  return { record, newest };
}

/** The translation that is worked on, and the state that an action brings it to. */
export function step(
  newest: Translation | null,
  action: Action,
  verb: string,
): { translation: Translation; state: State } {
  const state = newest === null ? null : transition(newest.state as State, action);
  if (newest !== null && state !== null) return { translation: newest, state };
  const why = newest === null ? 'there is none' : `it is ${newest.state.replace('_', ' ')}`;
  throw new RapporteurError('state_conflict', `Cannot ${verb} this translation: ${why}.`);
}

/** Writes the audit entry of what was done to a translation, and answers where it stands. */
export async function concludeTranslation(
  tx: Transaction,
  userId: string,
  action: string,
  translation: Translation,
  detail: Prisma.InputJsonObject = {},
): Promise<TranslationResult> {
  const { recordId, language, number, baseRevision, contentHash } = translation;
  await tx.auditEntry.create({
    data: {
      userId,
      action,
      recordId,
      revisionNumber: baseRevision,
      detail: { language, translation: number, contentHash, ...detail },
    },
  });
  return {
    id: recordId,
    // The database checks language and state.
    language: language as Language,
    number,
    state: translation.state as State,
    lockVersion: translation.lockVersion,
  };
}
