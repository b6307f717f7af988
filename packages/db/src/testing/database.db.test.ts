import { describe, expect, it } from 'vitest';
import { withConnection } from '../migrate';
import { testDatabase } from './database';

describe('a test file', () => {
  it('has a database of its own, and leaves none behind', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
    expect(one.connection.database).not.toBe(other.connection.database);
    const names = () =>
      withConnection({ ...one.connection, database: 'postgres' }, async (client) => {
        const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
        return rows.map(({ datname }) => datname);
      });
    expect(await names()).toEqual(expect.arrayContaining([one.connection.database, other.connection.database]));
    await Promise.all([one.close(), other.close()]);
    const left = await names();
    expect(left).not.toContain(one.connection.database);
    expect(left).not.toContain(other.connection.database);
  });
});
