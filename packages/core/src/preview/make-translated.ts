import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { PreviewMade } from '@rapporteur/domain/preview-views';
import { languageNames, type Language } from '@rapporteur/domain/translation/languages';
import { onceSealed } from '../idempotency';
import { authorize, type Caller } from '../policy';
import { lockRecord } from '../record/lock';
import { requireReadable } from '../translation/publish';
import { storePreview } from './store';

export interface MakeTranslatedPreview {
  id: string;
  language: Language;
  /** The number of the translation, which is being worked on. */
  number: number;
  /** How long it works, in hours. */
  hours: number;
  /** Of chance, such as a UUID: the same request again makes no second preview, and gets the same answer. */
  idempotencyKey?: string | undefined;
}

const openTranslations = ['draft', 'in_review', 'approved'];

/**
 * Makes a preview of the open translation of a record in the real site, for whoever holds the token. It shows the record as
 * readers see it at that moment, in the words of the translation. It ends with its time, with any change of those words, with
 * publication, with the record itself, with the right of its maker to see the desk, or when it is revoked.
 */
export function makeTranslatedPreview(
  db: PrismaClient,
  caller: Caller,
  { id, language, number, hours, idempotencyKey: key }: MakeTranslatedPreview,
): Promise<PreviewMade> {
  const { userId } = authorize(caller, 'preview.make');
  const store = async (tx: Transaction): Promise<PreviewMade> => {
    await lockRecord(tx, id, null);
    const translation = await tx.translation.findFirst({
      where: { recordId: id, language, number, state: { in: openTranslations } },
    });
    if (!translation) {
      const name = languageNames[language].english;
      throw new RapporteurError(
        'state_conflict',
        `Version ${number} of the ${name} translation is not being worked on, so there is nothing to show.`,
      );
    }
    await requireReadable(tx, translation, 'show');
    const newest = await tx.publication.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true } });
    const { baseRevision: revisionNumber, contentHash } = translation;
    return storePreview(
      tx,
      { userId, hours },
      {
        recordId: id,
        revisionNumber,
        contentHash,
        page: null,
        translation: { language, number },
        sequence: newest?.sequence ?? 0n,
      },
    );
  };
  const asked = { userId, key, action: 'preview.make', input: { id, language, number, hours } };
  return transaction(db, (tx) => onceSealed(tx, asked, () => store(tx)));
}
