import { parseArgs } from 'node:util';
import { asOf } from '@rapporteur/db/clients';
import { readerConnection, type Connection } from '@rapporteur/db/connection';
import { withConnection } from '@rapporteur/db/migrate';
import { readServer } from '@rapporteur/db/read-servers';
import type { SearchFilter } from '@rapporteur/domain/search/views';
import { openDatabase } from './database';
import { endLater } from './endings';
import { print, quantile } from './figure';
import { writeStatements } from './generated-statements';
import { say } from './progress';
import { idOf } from './published-rows';
import { questionsOf, timesOf, type Question } from './search-questions';
import { namesIn, sentencesOf } from './search-texts';

const speakers = 2000;
/** Questions that are also asked without a search: each reads the whole table. */
const plainly = 10;

/** What questions are narrowed to, in turn. */
const filters: readonly ((n: number) => Partial<SearchFilter>)[] = [
  () => ({ kinds: ['statement'] }),
  (n) => ({ year: String(1975 + (n % 50)) }),
  (n) => ({ actor: idOf('actor', n % 40) }),
  (n) => ({ issue: idOf('issue', n % 50), kinds: ['statement'] }),
];

/**
 * `search.p50` and `search.p95`: a question to a record of a million statements (`--rows` for another size) made of the texts
 * in DIR: ranked, 20 hits with excerpts, facets counted. Each sort of question apart, the same in the past, the size of the
 * indexes; the baseline is `ILIKE` over the same statements.
 */
export async function run(parameters: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    options: { rows: { type: 'string', default: '1000000' } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  const count = Number(values.rows);
  if (folder === undefined || !Number.isSafeInteger(count) || count < 1000)
    throw new Error('Usage: pnpm bench search DIR [--rows 1000000], where DIR holds texts as .jsonl.gz');
  const { connection } = await openDatabase();
  say('Reading the texts');
  const sentences = await sentencesOf(folder);
  const names = namesIn(sentences, speakers);
  say(`${sentences.length.toLocaleString('en')} sentences, ${names.length.toLocaleString('en')} names`);
  await writeStatements(connection, { sentences, names, count });
  const { close, live, past } = readServer(readerConnection(connection), { max: 4 });
  endLater(close);

  const sorts = questionsOf(sentences, names, filters);
  const all: number[] = [];
  for (const [sort, questions] of Object.entries(sorts)) {
    say(`Asking for ${sort}`);
    const times = await timesOf(live.published, questions);
    print(`search.${sort}.p50`, quantile(times, 0.5), 'ms');
    print(`search.${sort}.p95`, quantile(times, 0.95), 'ms');
    all.push(...times);
  }
  const everything = Object.values(sorts).flat();
  say('Asking the past');
  const then = new Date();
  const pastTimes = await timesOf(
    past,
    everything.filter((_, n) => n % 4 === 0),
    (read) => asOf(past, then, read),
  );
  print('search.past.p95', quantile(pastTimes, 0.95), 'ms', quantile(all, 0.95));
  say('Asking with ILIKE');
  const plain = await plainTimes(connection, sorts.words.slice(0, plainly));
  print('search.p50', quantile(all, 0.5), 'ms', quantile(plain, 0.5));
  print('search.p95', quantile(all, 0.95), 'ms', quantile(plain, 0.95));
  await printSizes(connection);
}

/** The newest 20 statements that have every word somewhere, and how many there are. */
function plainTimes(connection: Connection, questions: readonly Question[]): Promise<number[]> {
  return withConnection(connection, async (client) => {
    const times: number[] = [];
    for (const { question } of questions) {
      const patterns = question.split(' ').map((word) => `%${word}%`);
      const began = performance.now();
      await client.query(
        `SELECT "id", "text", count(*) OVER () FROM "Statement" WHERE "text" ILIKE ALL ($1) ORDER BY "from" DESC, "id" LIMIT 20`,
        [patterns],
      );
      times.push(performance.now() - began);
    }
    return times;
  });
}

async function printSizes(connection: Connection): Promise<void> {
  const sizes = {
    table: `pg_table_size('"SearchEntry"')`,
    index: `pg_indexes_size('"SearchEntry"') + pg_indexes_size('"SearchName"')`,
    words: `pg_relation_size('"SearchEntry_words_idx"')`,
  };
  await withConnection(connection, async (client) => {
    for (const [name, size] of Object.entries(sizes)) {
      const { rows } = await client.query<{ bytes: string }>(`SELECT (${size})::bigint AS bytes`);
      print(`search.size.${name}`, Number(rows[0]?.bytes) / 1e6, 'MB');
    }
  });
}
