import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { csvRow } from '@rapporteur/domain/csv';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Caller } from '../policy';
import { authorize } from '../policy';
import { note } from './entry';
import { countAudit, listAudit, type AuditFilter, type AuditView } from './list';

export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The most entries that one file holds. */
export const longestExport = 100_000;

const step = 1000;

/**
 * The entries that a filter finds as the pieces of a file, the newest first. Whoever takes them is noted in the log before
 * the first piece is made. Throws `limit_exceeded` where there are more than `longestExport`.
 */
export async function exportAudit(
  db: PrismaClient,
  caller: Caller,
  filter: AuditFilter,
  format: ExportFormat,
  most = longestExport,
): Promise<AsyncGenerator<string>> {
  const { userId } = authorize(caller, 'audit.read');
  if ((await countAudit(db, caller, filter, most + 1)) > most) {
    throw new RapporteurError(
      'limit_exceeded',
      `More than ${most.toLocaleString('en')} entries match. Choose fewer days, and take the log in parts.`,
    );
  }
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  await transaction(db, (tx) => note(tx, { userId, action: 'audit.export', detail: { format, ...asked } }));
  return pieces(db, caller, filter, format);
}

const columns = [
  'id',
  'at',
  'action',
  'person',
  'person_email',
  'subject',
  'subject_email',
  'record',
  'kind',
  'slug',
  'version',
  'detail',
] as const;

async function* pieces(db: PrismaClient, caller: Caller, filter: AuditFilter, format: ExportFormat) {
  if (format === 'csv') yield csvRow(columns);
  let after: string | null = null;
  do {
    const page: { items: AuditView[]; next: string | null } = await listAudit(db, caller, filter, {
      after,
      limit: step,
    });
    yield page.items.map(format === 'csv' ? csvLine : jsonLine).join('');
    after = page.next;
  } while (after !== null);
}

const jsonLine = (entry: AuditView) => `${JSON.stringify(entry)}\n`;

const csvLine = ({ id, at, action, person, subject, record, revisionNumber, detail }: AuditView) =>
  csvRow([
    id,
    at,
    action,
    person?.name ?? null,
    person?.email ?? null,
    subject?.name ?? null,
    subject?.email ?? null,
    record?.id ?? null,
    record?.kind ?? null,
    record?.slug ?? null,
    revisionNumber,
    JSON.stringify(detail),
  ]);
