import type { Connection } from '@rapporteur/db/connection';
import { withConnection } from '@rapporteur/db/migrate';

/** Runs work with one condition of the function that shows previews left out: what holds it has to notice. */
export async function withoutCondition<T>(
  connection: Connection,
  condition: string,
  work: () => Promise<T>,
): Promise<T> {
  return withConnection(connection, async (client) => {
    const { rows } = await client.query<{ source: string }>(
      `SELECT pg_get_functiondef('public.preview_view(text)'::regprocedure) AS source`,
    );
    const source = rows[0]?.source ?? '';
    if (source.split(condition).length !== 2) throw new Error(`preview_view does not hold this once: ${condition}`);
    await client.query(source.replace(condition, 'true'));
    try {
      return await work();
    } finally {
      await client.query(source);
    }
  });
}
