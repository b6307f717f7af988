import type { Connection } from '@rapporteur/db/connection';
import { withConnection } from '@rapporteur/db/migrate';
import { sliceCodePoints } from '@rapporteur/domain/passage';
import type { ContentOf } from '@rapporteur/domain/content/content';
import { say } from './progress';
import { idOf, made, rowsOf, writeRows, type Made } from './published-rows';
import { statementText } from './search-texts';

/** How many issues the statements are about. */
const issues = 50;

/** How many records are written at once. */
const batch = 4000;

/** The tables that a search reads, and the statement itself, for a search without one. */
const tables = ['Statement', 'Reference', 'SearchEntry', 'SearchName'] as const;

/** Indexes that are made again when the rows are there, as in any large load. */
const laterIndexes = ['"SearchEntry_words_idx"', 'history."SearchEntry_words_idx"'];

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
      const rows = rowsOf(set, tables, (speaker) => names[Number(speaker.split('_')[1])] ?? '');
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

function* sets(sentences: readonly string[], names: readonly string[], count: number): Generator<Made[]> {
  let set: Made[] = names.map((name, n) => made('actor', n, `generated-${n}`, actor(name)));
  for (let n = 0; n < issues; n += 1) set.push(made('issue', n, `generated-${n}`, issue(n)));
  for (let n = 0; n < count; n += 1) {
    set.push(made('statement', n, `generated-${n}`, statement(statementText(sentences, n), n, names.length)));
    if (set.length < batch) continue;
    if (n % 100_000 < batch) say(`Writing statement ${n.toLocaleString('en')}`);
    yield set;
    set = [];
  }
  yield set;
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
    // Cut at a character: half of one is no text that a database takes.
    claims: [{ text: sliceCodePoints(text, 0, 120), role: 'claim', issue: idOf('issue', n % issues) }],
    programmes: [],
    attribution: [],
    reports: [],
  };
}
