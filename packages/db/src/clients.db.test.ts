import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOf, ownerClient, pastClient, readerClient } from './clients';
import { readerConnection } from './connection';
import { drift } from './drift';
import { migrate, withConnection } from './migrate';
import { publishedTables } from './published-tables';
import { testDatabase, type TestDatabase } from './testing/database';
import { transaction } from './transaction';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const instant = new Date('2023-11-29T12:34:56.789Z');
const user = (email: string) => ({ id: email, email, name: 'Noor', role: 'editor', createdAt: instant });

describe('the owner', () => {
  it('stores instants as they are at whatever time zone the database lives', async () => {
    const { connection } = database;
    await withConnection(connection, (client) =>
      client.query(`ALTER DATABASE "${connection.database}" SET timezone TO 'Asia/Kolkata'`),
    );
    const owner = ownerClient(connection, { max: 1 });
    await owner.user.create({ data: user('zone@example.org') });
    await owner.$disconnect();
    // As the server sees it, in the database's own time zone: Prisma would read its own mistake back unharmed.
    const seconds = await withConnection(connection, async (client) => {
      await client.query('RESET TimeZone');
      await client.query(`SET TimeZone TO 'Asia/Kolkata'`);
      const { rows } = await client.query<{ at: string }>(
        `SELECT extract(epoch FROM "createdAt")::text AS at FROM "User" WHERE email = 'zone@example.org'`,
      );
      return Number(rows[0]?.at);
    });
    expect(seconds).toBe(instant.getTime() / 1000);
  });

  it('keeps nothing of a transaction that fails, and hears why in the words of the domain', async () => {
    const { owner } = database;
    await expect(
      transaction(owner, async (tx) => {
        await tx.user.create({ data: user('twice@example.org') });
        await tx.user.create({ data: { ...user('twice@example.org'), id: 'another' } });
      }),
    ).rejects.toMatchObject({ code: 'state_conflict' });
    expect(await owner.user.count({ where: { email: 'twice@example.org' } })).toBe(0);
    const missing = transaction(owner, (tx) => tx.user.update({ where: { id: 'nobody' }, data: { name: 'x' } }));
    await expect(missing).rejects.toMatchObject({ code: 'not_found' });
    const ruled = transaction(owner, (tx) => tx.user.create({ data: { ...user('rule@example.org'), role: 'king' } }));
    await expect(ruled).rejects.toMatchObject({ code: 'state_conflict' });
  });
});

describe('the reader', () => {
  it('may select the published tables, and nothing else of any schema', async () => {
    const rights = await withConnection(database.connection, async (client) => {
      const { rows } = await client.query<{ schema: string; name: string; read: boolean; write: boolean }>(
        `SELECT n.nspname AS schema, c.relname AS name,
                has_table_privilege('rapporteur_reader', c.oid, 'SELECT') OR has_any_column_privilege('rapporteur_reader', c.oid, 'SELECT') AS read,
                has_table_privilege('rapporteur_reader', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                  OR has_any_column_privilege('rapporteur_reader', c.oid, 'INSERT, UPDATE') AS write
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`,
      );
      return rows;
    });
    const readable = (schema: string) =>
      rights.filter((right) => right.schema === schema && right.read).map(({ name }) => name);
    const published = [...publishedTables, 'PublicNote'].toSorted();
    expect(readable('public').toSorted()).toEqual(published);
    expect(readable('as_of').toSorted()).toEqual(published);
    expect(rights.filter(({ write }) => write)).toEqual([]);
    const desk = rights.filter(({ schema, read }) => schema === 'public' && !read).map(({ name }) => name);
    expect(desk).toEqual(expect.arrayContaining(['Record', 'Revision', 'User', 'StoredText', 'AuditEntry']));
    await withConnection(readerConnection(database.connection), async (client) => {
      for (const name of desk)
        await expect(client.query(`SELECT FROM public."${name}"`)).rejects.toMatchObject({ code: '42501' });
      // Of the log neither the titles of then, nor notes but those that readers are still told.
      for (const column of ['title', 'note'])
        await expect(client.query(`SELECT "${column}" FROM public."Publication"`)).rejects.toMatchObject({
          code: '42501',
        });
      await expect(client.query('CREATE TABLE public.planted ()')).rejects.toMatchObject({ code: '42501' });
    });
  });
});

describe('the statements of readers', () => {
  it('are kept planned, but for those that look for words', async () => {
    const { close, published } = readerClient(readerConnection(database.connection), { max: 1 });
    for (const slug of ['a', 'b']) {
      await published.$queryRaw`SELECT "id" FROM "Entry" WHERE "slug" = ${slug}`;
      await published.$queryRaw`SELECT "id" FROM "SearchEntry" WHERE "words" @@ ${slug}::tsquery`;
    }
    const kept = await published.$queryRaw<
      { statement: string }[]
    >`SELECT statement FROM pg_prepared_statements WHERE name <> ''`;
    await close();
    const texts = kept.map(({ statement }) => statement);
    expect(texts.filter((text) => text.includes('"Entry"'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('tsquery'))).toEqual([]);
  });
});

describe('the reader’s functions', () => {
  it('do with more rights than its own one thing each, and no schema is open to it but its own two', async () => {
    await withConnection(database.connection, async (client) => {
      const functions = await client.query<{ name: string }>(
        `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND has_schema_privilege('rapporteur_reader', n.oid, 'USAGE')
           AND has_function_privilege('rapporteur_reader', p.oid, 'EXECUTE')
           AND p.prosecdef ORDER BY 1`,
      );
      expect(functions.rows.map(({ name }) => name)).toEqual([
        'ask_for_alert(text,text,text,text)',
        'ask_for_alert(text,text,text,text,text)',
        'confirm_alert(text)',
        'count_failed_token(text,integer,integer)',
        'count_preview_guess(text,integer,integer)',
        'count_reads(jsonb)',
        'leave_alert(text)',
        'no_longer_found(tsquery,date,date,timestamp with time zone)',
        'no_longer_naming(text,timestamp with time zone)',
        'preview_view(text)',
        'read_export_chunk(bigint,text,integer)',
        'read_export_file(bigint,text)',
        'read_export_gone(bigint)',
        'read_export_part(bigint,text,integer,integer,integer)',
        'read_exports()',
        'token_of(text)',
      ]);
      const schemas = await client.query<{ name: string }>(
        `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)'
           AND has_schema_privilege('rapporteur_reader', oid, 'USAGE, CREATE') ORDER BY nspname`,
      );
      expect(schemas.rows.map(({ name }) => name)).toEqual(['as_of', 'public']);
    });
    await withConnection(readerConnection(database.connection), async (client) => {
      for (const call of [`graphile_worker.add_job('release.publish')`, 'history.begin_publication()'])
        await expect(client.query(`SELECT ${call}`)).rejects.toMatchObject({ code: '42501' });
    });
  });
});

describe('the past', () => {
  it('shows rows as they stood at an instant', async () => {
    const { connection, past, reader } = database;
    const during = (at: string, sql: string) =>
      withConnection(connection, async (client) => {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('rapporteur.recorded_at', $1, true)`, [at]);
        await client.query(sql);
        await client.query('COMMIT');
      });
    await during('2026-01-01T00:00:00Z', `INSERT INTO "Issue" VALUES ('i', 'r', 'First')`);
    await during('2026-01-02T00:00:00Z', `UPDATE "Issue" SET question = 'Second'`);
    await during('2026-01-03T00:00:00Z', 'DELETE FROM "Issue"');
    const questions = (at: string) =>
      asOf(past, new Date(at), async (published) => (await published.issue.findMany()).map(({ question }) => question));
    expect(await questions('2025-12-31T23:59:59Z')).toEqual([]);
    expect(await questions('2026-01-01T00:00:00Z')).toEqual(['First']);
    expect(await questions('2026-01-01T23:59:59.999Z')).toEqual(['First']);
    expect(await questions('2026-01-02T00:00:00Z')).toEqual(['Second']);
    expect(await questions('2026-01-03T00:00:00Z')).toEqual([]);
    expect(await reader.issue.count()).toBe(0);
    // Without an instant there is no answer: a new connection does not know the setting, a used one has it empty.
    await expect(past.issue.count()).rejects.toThrow(/rapporteur\.as_of|timestamp/);
    await expect(
      withConnection(connection, async (client) => client.query('DELETE FROM "Issue" RETURNING 1')),
    ).rejects.toMatchObject({ code: 'P0001' });
  });
});

describe('the migrations', () => {
  it('say in one line that a server is away or keeps its door shut', async () => {
    const { connection } = database;
    for (const wrong of [{ port: 1 }, { password: 'wrong' }, { database: 'nowhere' }]) {
      const refused = migrate({ ...connection, ...wrong });
      await expect(refused).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringMatching(/^The database .* cannot be opened as "rapporteur": [^\n]+\.$/),
      });
    }
  });

  it('agree with the schema and the twins, and say so where they do not', async () => {
    expect(await migrate(database.connection)).toEqual([]);
    expect(await drift(database.connection)).toEqual([]);
    await withConnection(database.connection, (client) => client.query('ALTER TABLE "Issue" ADD COLUMN planted text'));
    const findings = await drift(database.connection);
    expect(findings.join('\n')).toContain('"Issue".planted');
    expect(findings.join('\n')).toContain('history."Issue"');
  });
});

describe('a connection that has served its time', () => {
  interface Served {
    pid: number;
    entries: number;
  }

  it('is renewed while readers ask on and on, and no read fails of it', async () => {
    const reader = readerConnection(database.connection);
    const options = { max: 3, lifetime: 0.05 };
    const [live, past] = [readerClient(reader, options), pastClient(reader, options)];
    const seen = { alone: new Set<number>(), together: new Set<number>(), past: new Set<number>() };
    const enough = () => Object.values(seen).every(({ size }) => size >= 10);
    const ask = async (of: Set<number>, read: () => Promise<readonly Served[]>) => {
      while (!enough()) for (const served of await read()) of.add(served.pid);
    };
    const once = (published: { $queryRaw: typeof live.published.$queryRaw }) =>
      published.$queryRaw<Served[]>`SELECT pg_backend_pid() AS pid, (SELECT count(*)::int FROM "Entry") AS entries`;
    try {
      // Six ask at a time, of three connections each: some wait while others are renewed. A rejection of any fails this.
      await Promise.all([
        ...[1, 2, 3].map(() => ask(seen.alone, () => once(live.published))),
        ask(seen.together, () =>
          live.snapshot(async (published) => {
            const [first] = await once(published);
            // Longer than a connection lives: it is renewed after the transaction, not within.
            await published.$queryRaw`SELECT pg_sleep(0.06)::text`;
            const [second] = await once(published);
            expect(second).toEqual(first);
            return first === undefined ? [] : [first];
          }),
        ),
        ...[1, 2].map(() => ask(seen.past, () => asOf(past, new Date(), once))),
      ]);
    } finally {
      await Promise.all([live.close(), past.$disconnect()]);
    }
    // None of them is left behind.
    const open = () =>
      withConnection(database.connection, async (client) => {
        const { rows } = await client.query<{ pid: number }>(
          `SELECT pid FROM pg_stat_activity WHERE pid = ANY ($1::int[])`,
          [Object.values(seen).flatMap((pids) => [...pids])],
        );
        return rows;
      });
    await expect.poll(open, { timeout: 10_000 }).toEqual([]);
  });
});
