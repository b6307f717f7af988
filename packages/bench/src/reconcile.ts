import { publicContextFrom } from '@rapporteur/api/public/context';
import { reconcile } from '@rapporteur/api/public/reconcile/reconcile';
import { readerConnection, type Connection } from '@rapporteur/db/connection';
import { withConnection } from '@rapporteur/db/migrate';
import { readServer, ReadServers } from '@rapporteur/db/read-servers';
import { foldName } from '@rapporteur/domain/name-fold';
import { openDatabase } from './database';
import { endLater } from './endings';
import { print, quantile } from './figure';
import { alias, inCyrillic, misspelt, personName } from './generated-names';
import { say } from './progress';
import { idOf, made, rowsOf, writeRows, type Made } from './published-rows';

const actors = 5_000;
/** Records of other kinds, whose names stand in the same table. */
const issues = 25_000;
/** How many names one batch holds: the most that the service takes. */
const batch = 50;
const batches = 30;
const warming = 5;
/** How many batches are also asked plainly: each reads every name. */
const plainly = 4;
const tables = ['SearchName', 'ActorIdentifier'] as const;

/** Each sort of name that is asked for, of the n-th actor. */
const sorts: Record<string, (n: number) => string> = {
  exact: personName,
  aliased: alias,
  misspelt: (n) => misspelt(personName(n), n),
  script: (n) => inCyrillic(personName(n)),
};

/**
 * `reconcile.exact`, `.aliased`, `.misspelt`, `.script`: batches of fifty names matched with a record of 5,000 actors of two
 * names each, as OpenRefine asks for them: names a second, p50 and p95 of a batch in milliseconds, and of how many the actor came
 * first. The baseline is the plain query for it, prepared, with `pg`: for each name the ten actors of the greatest similarity.
 */
export async function run(): Promise<void> {
  const { connection } = await openDatabase();
  await writeActors(connection);
  const { close, ...server } = readServer(readerConnection(connection), { max: 4 });
  endLater(close);
  const context = publicContextFrom(new ReadServers(server), { asOf: null, version: null });
  for (const [sort, nameOf] of Object.entries(sorts)) {
    say(`Matching names: ${sort}`);
    const times: number[] = [];
    let found = 0;
    for (let at = -warming; at < batches; at += 1) {
      const asked = askedIn(at);
      const queries = Object.fromEntries(asked.map((n) => [`q${n}`, { query: nameOf(n), limit: 10, properties: [] }]));
      const began = performance.now();
      const told = await reconcile(context, queries);
      if (at < 0) continue;
      times.push(performance.now() - began);
      found += asked.filter((n) => told[`q${n}`]?.result[0]?.id === idOf('actor', n)).length;
    }
    const plain = await plainTimes(connection, nameOf);
    const rate = (sample: readonly number[]) =>
      (1000 * batch * sample.length) / sample.reduce((sum, one) => sum + one, 0);
    print(`reconcile.${sort}.names`, rate(times), '1/s', rate(plain));
    print(`reconcile.${sort}.p50`, quantile(times, 0.5), 'ms', quantile(plain, 0.5));
    print(`reconcile.${sort}.p95`, quantile(times, 0.95), 'ms', quantile(plain, 0.95));
    print(`reconcile.${sort}.first`, (100 * found) / (batches * batch), '%');
  }
}

/** The actors whose names are in a batch, spread over all of them. */
const askedIn = (at: number): number[] =>
  Array.from({ length: batch }, (_, nth) => (((at + warming) * batch + nth) * 7919) % actors);

async function plainTimes(connection: Connection, nameOf: (n: number) => string): Promise<number[]> {
  return withConnection(connection, async (client) => {
    const times: number[] = [];
    for (let at = -1; at < plainly; at += 1) {
      const began = performance.now();
      for (const n of askedIn(at))
        await client.query({
          name: 'nearest',
          text: `SELECT "recordId", "text", similarity("folded", $1) FROM "SearchName" WHERE "kind" = 'actor' ORDER BY 3 DESC LIMIT 10`,
          values: [foldName(nameOf(n))],
        });
      if (at >= 0) times.push(performance.now() - began);
    }
    return times;
  });
}

/** Writes the actors, and issues beside them, as one publication. */
async function writeActors(connection: Connection): Promise<void> {
  say(`Writing ${actors.toLocaleString('en')} actors`);
  await withConnection(connection, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT history.begin_publication()');
    for (let from = 0; from < actors + issues; from += 2000) {
      const set = Array.from({ length: 2000 }, (_, nth) => recordAt(from + nth));
      await writeRows(
        client,
        rowsOf(set, tables, () => ''),
      );
    }
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  });
}

function recordAt(n: number): Made {
  if (n >= actors) {
    const question = `Will ${personName(n)} and ${personName(n + 1)} agree?`;
    return made('issue', n, `generated-${n}`, { question, shortTitle: `Talk ${n}`, description: null, programmes: [] });
  }
  const names = [personName(n), alias(n)].map((text, nth) => ({
    text,
    language: 'en',
    use: nth === 0 ? ('preferred' as const) : ('alias' as const),
  }));
  return made('actor', n, `generated-${n}`, {
    type: 'person',
    names,
    description: null,
    identifiers: [{ scheme: 'wikidata', value: `Q${n + 1}` }],
    memberships: [],
    offices: [],
  });
}
