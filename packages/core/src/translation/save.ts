import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import type { State } from '@rapporteur/domain/lifecycle';
import { outdatedIn, placeTexts } from '@rapporteur/domain/translation/place';
import { checkTexts, texts as textsSchema } from '@rapporteur/domain/translation/texts';
import { authorize, type Caller } from '../policy';
import type { LockedRecord } from '../record/lock';
import { concludeTranslation, lockTranslation, type Target, type Translation, type TranslationResult } from './lock';
import { asContent, hashTranslation, type Translated } from './texts';

export interface SaveTranslation extends Target {
  /** The revision that the translator had before them. It was public; it need not be the newest. */
  baseRevision: number;
  /** The words, by the fields of that revision. What is blank stays in the original. */
  texts: unknown;
}

/** Saves the draft of a translation; where nothing is being worked on, opens a new one. */
export function saveTranslation(db: PrismaClient, caller: Caller, input: SaveTranslation): Promise<TranslationResult> {
  return transaction(db, (tx) => saveTranslationIn(tx, caller, input));
}

export async function saveTranslationIn(
  tx: Transaction,
  caller: Caller,
  input: SaveTranslation,
): Promise<TranslationResult> {
  const { userId } = authorize(caller, 'translation.save');
  const { record, newest } = await lockTranslation(tx, input);
  if (newest?.state === 'in_review' || newest?.state === 'approved') {
    throw new RapporteurError(
      'state_conflict',
      'This translation is being reviewed; ask for changes before you edit it.',
    );
  }
  const checked = await check(tx, record, input);
  const open = newest?.state === 'draft' ? newest : null;
  const number = open?.number ?? (newest?.number ?? 0) + 1;
  const translated: Translated = { language: input.language, number, ...checked.text };
  const data = {
    baseRevision: translated.baseRevision,
    texts: translated.texts,
    contentHash: hashTranslation(translated),
    outdated: checked.outdated,
    lockVersion: (newest?.lockVersion ?? 0) + 1,
    updatedAt: new Date(),
  };
  const saved: Translation = open
    ? await tx.translation.update({
        where: { id: open.id },
        data: { ...data, contributorIds: [...new Set([...open.contributorIds, userId])] },
      })
    : await tx.translation.create({
        data: {
          ...data,
          recordId: record.id,
          language: input.language,
          number,
          state: 'draft' satisfies State,
          authorId: userId,
          contributorIds: [userId],
        },
      });
  return concludeTranslation(tx, userId, 'translation.save', saved);
}

/** The texts as they are kept, and in how many places they do not fit the record as readers see it now. */
async function check(tx: Transaction, { id, kind }: LockedRecord, { baseRevision, texts }: SaveTranslation) {
  const parsed = textsSchema.safeParse(texts);
  if (!parsed.success) throw fromZod(parsed.error, 'This translation cannot be saved.', '/texts');
  const revisions = await tx.revision.findMany({
    where: { recordId: id, OR: [{ number: baseRevision }, { state: 'live' }] },
    select: { number: true, state: true, publishedAt: true, content: true },
  });
  const live = revisions.find(({ state }) => state === 'live');
  if (!live) {
    throw new RapporteurError('state_conflict', 'Only what readers see is translated, and this record is not public.');
  }
  const base = revisions.find(({ number }) => number === baseRevision);
  if (!base?.publishedAt) {
    throw new RapporteurError('invalid_input', 'A translation is made from a version that readers have seen.', [
      { path: '/baseRevision', message: `version ${baseRevision} was never public` },
    ]);
  }
  const original = asContent(kind, base.content);
  const { texts: kept, issues } = checkTexts(original, parsed.data);
  if (issues.length > 0) throw new RapporteurError('invalid_input', 'This translation cannot be saved.', issues);
  if (Object.keys(kept).length === 0) {
    throw new RapporteurError('invalid_input', 'This translation cannot be saved.', [
      { path: '/texts', message: 'nothing is translated yet' },
    ]);
  }
  const outdated = outdatedIn(placeTexts(original, asContent(kind, live.content), kept));
  return { text: { baseRevision, texts: kept }, outdated };
}
