import type { Transaction } from '@rapporteur/db/transaction';
import type { AnyContent } from '@rapporteur/domain/content/content';
import { namesInTitle, titleOf } from './title';

/** The title of a draft as the desk lists it: named after the newest revisions of the records it is about. */
export const deskTitle = async (tx: Transaction, record: AnyContent): Promise<string> =>
  (await deskTitles(tx, [record]))(record);

/** The same for many drafts, in one statement. */
export async function deskTitles(
  tx: Transaction,
  records: readonly AnyContent[],
): Promise<(record: AnyContent) => string> {
  const ids = [...new Set(records.flatMap(namesInTitle))];
  const revisions =
    ids.length === 0
      ? []
      : await tx.revision.findMany({
          where: { recordId: { in: ids } },
          orderBy: { number: 'asc' },
          select: { recordId: true, title: true },
        });
  const titles = new Map(revisions.map((revision) => [revision.recordId, revision.title]));
  return (record) => titleOf(record, (id) => titles.get(id) ?? 'Not on record');
}
