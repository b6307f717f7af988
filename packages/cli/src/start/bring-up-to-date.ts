import { fillSearch } from '@rapporteur/core/search/fill';
import { lackingSearch } from '@rapporteur/core/search/lacking';
import { ownerClient } from '@rapporteur/db/clients';
import type { Connection } from '@rapporteur/db/connection';
import { migrate, withConnection } from '@rapporteur/db/migrate';

/** Migrates a database, and fills what a migration has made and only the program can fill. Gives the migrations applied. */
export async function bringUpToDate(connection: Connection): Promise<string[]> {
  const applied = await migrate(connection);
  if (await lacksSearch(connection)) {
    const owner = ownerClient(connection, { max: 1, statementTimeout: 0 });
    try {
      await fillSearch(owner);
    } finally {
      await owner.$disconnect();
    }
  }
  return applied;
}

/** Asked at every start, so without the client that a start may not need. */
const lacksSearch = (connection: Connection): Promise<boolean> =>
  withConnection(connection, async (client) => {
    const { rows } = await client.query<{ lacking: boolean }>(lackingSearch);
    return rows[0]?.lacking === true;
  });
