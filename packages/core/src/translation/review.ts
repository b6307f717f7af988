import type { Prisma, PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Action as Step } from '@rapporteur/domain/lifecycle';
import { authorize, type Action, type Caller } from '../policy';
import {
  concludeTranslation,
  lockTranslation,
  step,
  type Target,
  type Translation,
  type TranslationResult,
} from './lock';

/** Hands a translation to a reviewer. */
export const submitTranslation = command('translation.submit', 'submit', 'submit');

/** Approves the translation in review. Nobody approves what they wrote or changed. */
export const approveTranslation = command('translation.approve', 'approve', 'approve', (translation, userId) => {
  if (translation.authorId === userId || translation.contributorIds.includes(userId)) {
    throw new RapporteurError('forbidden', 'You wrote or changed this translation; another person has to approve it.');
  }
  return { approvedById: userId };
});

/** Sends a translation back to its author, with words for them. An approval it had is gone. */
export const requestTranslationChanges = command<Target & { comment?: string | null }>(
  'translation.request_changes',
  'request_changes',
  'ask for changes of',
  () => ({ approvedById: null }),
  ({ comment }) => (comment ? { comment } : {}),
);

/** Gives up the translation that is worked on. Its text and number are kept. */
export const discardTranslation = command('translation.discard', 'discard', 'give up');

/** A command that moves the open translation on, within the desk: readers see nothing of it. */
function command<Input extends Target = Target>(
  action: Action,
  move: Step,
  verb: string,
  change: (translation: Translation, userId: string) => { approvedById?: string | null } = () => ({}),
  detail: (input: Input) => Prisma.InputJsonObject = () => ({}),
) {
  const run = async (tx: Transaction, caller: Caller, input: Input): Promise<TranslationResult> => {
    const { userId } = authorize(caller, action);
    const { newest } = await lockTranslation(tx, input);
    const { translation, state } = step(newest, move, verb);
    const data = {
      state,
      ...change(translation, userId),
      lockVersion: translation.lockVersion + 1,
      updatedAt: new Date(),
    };
    const moved = await tx.translation.update({ where: { id: translation.id }, data });
    return concludeTranslation(tx, userId, action, moved, detail(input));
  };
  return Object.assign(
    (db: PrismaClient, caller: Caller, input: Input) => transaction(db, (tx) => run(tx, caller, input)),
    { in: run },
  );
}
