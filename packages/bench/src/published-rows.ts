import { project } from '@rapporteur/core/projection/project';
import { sortKeyOf, titleOf } from '@rapporteur/core/record/title';
import type { withConnection } from '@rapporteur/db/migrate';
import type { AnyContent, ContentOf } from '@rapporteur/domain/content/content';
import { prefixOf, type Kind } from '@rapporteur/domain/kinds';

/** A record that is written as it would be published, without the desk. */
export interface Made {
  id: string;
  slug: string;
  record: AnyContent;
}

/** The id of the n-th record of a kind. */
export const idOf = (kind: Kind, n: number): string => `${prefixOf(kind)}_${String(n).padStart(26, '0')}`;

export const made = <K extends Kind>(kind: K, n: number, slug: string, content: ContentOf<K>): Made => ({
  id: idOf(kind, n),
  slug,
  record: { kind, content } as unknown as AnyContent,
});

type Client = Parameters<Parameters<typeof withConnection>[1]>[0];

/** The rows of the published tables for a set of records: those of every record, and of the given tables of its kind. */
export function rowsOf(
  set: readonly Made[],
  tables: readonly string[],
  nameOf: (id: string) => string,
): Record<string, object[]> {
  const at = new Date().toISOString();
  const rows: Record<string, object[]> = { Entry: [], PublishedRevision: [] };
  for (const { id, slug, record } of set) {
    const { kind, content } = record;
    const common = { kind, revisionNumber: 1, publishedAt: at };
    rows['Entry']?.push({
      id,
      slug,
      state: 'live',
      title: titleOf(record, nameOf),
      sortKey: sortKeyOf(record),
      ...common,
    });
    rows['PublishedRevision']?.push({
      id: `${id}@1`, recordId: id, change: 'publish', note: null, content, citations: [], contentHash: '', sequence: 1, ...common,
    }); // prettier-ignore
    const projected = project(id, record, [], {
      resolve: (named) => named,
      textOf: () => ({ text: '', length: 0 }),
      translations: [],
    });
    for (const table of tables) (rows[table] ??= []).push(...(projected[table] ?? []));
  }
  return rows;
}

/** Writes rows within a publication that the connection has begun. */
export async function writeRows(client: Client, rows: Record<string, object[]>): Promise<void> {
  for (const [table, values] of Object.entries(rows)) {
    const from = table === 'SearchEntry' ? 'history.search_rows($1)' : `jsonb_populate_recordset(NULL::"${table}", $1)`;
    await client.query(`INSERT INTO "${table}" SELECT * FROM ${from}`, [JSON.stringify(values)]);
  }
}
