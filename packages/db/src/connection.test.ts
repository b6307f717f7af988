import { describe, expect, it } from 'vitest';
import { formatConnection, parseConnection, poolConfig, readerConnection } from './connection';

const connection = {
  host: 'db.example.org',
  port: 6432,
  user: 'o/wner',
  password: 'p@ss:w/rd',
  database: 'the record',
};

describe('a connection', () => {
  it('comes back from its address as it went in', () => {
    for (const given of [connection, { ...connection, ssl: true }, { ...connection, host: '/run/postgresql' }]) {
      expect(parseConnection(formatConnection(given))).toEqual(given);
    }
    expect(parseConnection('postgresql://me@localhost/x')).toEqual({
      host: 'localhost',
      port: 5432,
      user: 'me',
      password: '',
      database: 'x',
    });
  });

  it('is refused with the name of its variable', () => {
    for (const address of [
      '',
      'localhost',
      'mysql://me@localhost/x',
      'postgresql://localhost/x',
      'postgresql://me@localhost',
    ]) {
      expect(() => parseConnection(address, 'DATABASE_READER_URL'), address).toThrow(/^DATABASE_READER_URL /);
    }
  });

  it('is opened in UTC, with bounds, and never from one string', () => {
    const config = poolConfig(connection);
    expect(config).toMatchObject({ options: '-c TimeZone=UTC', host: 'db.example.org', database: 'the record' });
    expect(config).not.toHaveProperty('connectionString');
    expect(Math.min(config.connectionTimeoutMillis, config.statement_timeout)).toBeGreaterThan(0);
  });

  it("gives the reader a password that follows from the owner's and does not show it", () => {
    const reader = readerConnection(connection);
    expect(reader).toMatchObject({ user: 'rapporteur_reader', host: connection.host, database: connection.database });
    expect(reader.password).toMatch(/^[0-9a-f]{64}$/);
    expect(readerConnection(connection)).toEqual(reader);
    expect(readerConnection({ ...connection, password: 'other' }).password).not.toBe(reader.password);
  });
});
