import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { ExportFileView, ExportList } from '@rapporteur/domain/export-views';
import { licences, type Licence } from './licences';

interface Row {
  version: bigint;
  recordedAt: Date;
  recordHash: string;
  licence: string;
  madeAt: Date;
  files: ExportFileView[] | null;
}

/**
 * The exports that may be shown, the newest first. They are of the present: a past state of the record has none of its own.
 */
export async function readExports(published: Published): Promise<ExportList> {
  const rows = await published.$queryRaw<Row[]>(Prisma.sql`SELECT * FROM public.read_exports()`);
  return {
    items: rows.map((row) => {
      // Stored with a licence of the table; one that has left it since is told by its id.
      const [title, address] = licences[row.licence as Licence] ?? [row.licence, 'https://spdx.org/licenses/'];
      return {
        version: Number(row.version),
        recordedAt: row.recordedAt.toISOString(),
        madeAt: row.madeAt.toISOString(),
        recordHash: row.recordHash,
        licence: { id: row.licence, title, address },
        files: row.files ?? [],
      };
    }),
  };
}
