import { project } from '@rapporteur/core/projection/project';
import { sortKeyOf, titleOf } from '@rapporteur/core/record/title';
import type { Connection } from '@rapporteur/db/connection';
import { withConnection } from '@rapporteur/db/migrate';
import type { AnyContent, ContentOf } from '@rapporteur/domain/content/content';
import { prefixOf, type Kind } from '@rapporteur/domain/kinds';
import { say } from './progress';
import { statementText } from './search-texts';

/** How many issues the statements are about. */
const issues = 50;

/** How many records are written at once. */
const batch = 4000;

/** The tables that a search reads, and the statement itself, for a search without one. */
const tables = ['Statement', 'Reference', 'SearchEntry', 'SearchName'] as const;

/** Indexes that are made again when the rows are there, as in any large load. */
const laterIndexes = ['"SearchEntry_words_idx"', 'history."SearchEntry_words_idx"'];

interface Made {
  id: string;
  slug: string;
  record: AnyContent;
}

/** The id of the n-th record of a kind. */
export const idOf = (kind: Kind, n: number): string => `${prefixOf(kind)}_${String(n).padStart(26, '0')}`;

/**
 * Writes the rows of so many statements by actors of these names, on fifty issues, over fifty years, as one publication with
 * its history: what publishing them one by one would write, but for what no search reads.
 */
export async function writeStatements(
  connection: Connection,
  { sentences, names, count }: { sentences: readonly string[]; names: readonly string[]; count: number },
): Promise<void> {
  await withConnection(connection, async (client) => {
    const definitions = await Promise.all(
      laterIndexes.map(async (name) => {
        const { rows } = await client.query<{ made: string }>('SELECT pg_get_indexdef($1::regclass) AS made', [name]);
        return rows[0]?.made ?? '';
      }),
    );
    for (const name of laterIndexes) await client.query(`DROP INDEX ${name}`);
    await client.query('BEGIN');
    await client.query('SELECT history.begin_publication()');
    // While the database writes one set, the rows of the next are made.
    let writing = Promise.resolve();
    for (const set of sets(sentences, names, count)) {
      const rows = rowsOf(set, names);
      await writing;
      writing = writeRows(client, rows);
    }
    await writing;
    await client.query('COMMIT');
    say('Making the indexes of words');
    await client.query(`SET maintenance_work_mem = '1GB'`);
    for (const definition of definitions) await client.query(definition);
    await client.query('VACUUM ANALYZE');
  });
}

async function writeRows(client: Client, rows: Record<string, object[]>): Promise<void> {
  for (const [table, values] of Object.entries(rows)) {
    const from = table === 'SearchEntry' ? 'history.search_rows($1)' : `jsonb_populate_recordset(NULL::"${table}", $1)`;
    await client.query(`INSERT INTO "${table}" SELECT * FROM ${from}`, [JSON.stringify(values)]);
  }
}

type Client = Parameters<Parameters<typeof withConnection>[1]>[0];

function* sets(sentences: readonly string[], names: readonly string[], count: number): Generator<Made[]> {
  let set: Made[] = names.map((name, n) => made('actor', n, actor(name)));
  for (let n = 0; n < issues; n += 1) set.push(made('issue', n, issue(n)));
  for (let n = 0; n < count; n += 1) {
    set.push(made('statement', n, statement(statementText(sentences, n), n, names.length)));
    if (set.length < batch) continue;
    if (n % 100_000 < batch) say(`Writing statement ${n.toLocaleString('en')}`);
    yield set;
    set = [];
  }
  yield set;
}

function made<K extends Kind>(kind: K, n: number, content: ContentOf<K>): Made {
  return { id: idOf(kind, n), slug: `generated-${n}`, record: { kind, content } as unknown as AnyContent };
}

function rowsOf(set: readonly Made[], names: readonly string[]): Record<string, object[]> {
  const at = new Date().toISOString();
  const rows: Record<string, object[]> = { Entry: [], PublishedRevision: [] };
  for (const { id, slug, record } of set) {
    const { kind, content } = record;
    const title = titleOf(record, (speaker) => names[Number(speaker.split('_')[1])] ?? '');
    const common = { kind, revisionNumber: 1, publishedAt: at };
    rows['Entry']?.push({ id, slug, state: 'live', title, sortKey: sortKeyOf(record), ...common });
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

function actor(name: string): ContentOf<'actor'> {
  const names = [{ text: name, language: 'en', use: 'preferred' as const }];
  return { type: 'person', names, description: null, identifiers: [], memberships: [], offices: [] };
}

function issue(n: number): ContentOf<'issue'> {
  return { question: `Will talk ${n} go on?`, shortTitle: `Talk ${n}`, description: null, programmes: [] };
}

function statement(text: string, n: number, speakers: number): ContentOf<'statement'> {
  const day = new Date(Date.UTC(1975, 0, 1 + (n % 18_250))).toISOString().slice(0, 10);
  return {
    text,
    speech: 'indirect',
    act: 'asserts',
    // Some speak much and most speak little.
    speaker: idOf('actor', Math.floor(speakers * ((n * 0.618_034) % 1) ** 3)),
    capacity: null,
    onBehalfOf: null,
    date: day,
    event: null,
    channel: null,
    originalLanguage: null,
    claims: [{ text: text.slice(0, 120), role: 'claim', issue: idOf('issue', n % issues) }],
    programmes: [],
    attribution: [],
    reports: [],
  };
}
