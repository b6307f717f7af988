import { PrismaPg } from '@prisma/adapter-pg';
import { poolConfig, type Connection } from './connection';
import { PrismaClient, type Prisma } from './generated/client';
import type { PublishedModel } from './published-tables';
import { statementNames } from './statement-names';
import { snapshot } from './transaction';
import { TakingTurns } from './turns';

/**
 * What a public read may use: the published tables, to look at. The type names no desk table, and the database role
 * behind it has no right on one.
 */
export type Published = {
  [M in PublishedModel]: Pick<
    PrismaClient[M],
    'findUnique' | 'findFirst' | 'findMany' | 'count' | 'groupBy' | 'aggregate'
  >;
} & Pick<PrismaClient, '$queryRaw'>;

declare const past: unique symbol;
/** A client of the schema `as_of`: the published tables as they stood at the instant its transaction has set. */
export type PastClient = PrismaClient & { readonly [past]: true };

const turns = { Client: TakingTurns };
// A lost connection is reported to whoever runs the next query; unheard, pg's error event would end the process.
const heard = { onPoolError: () => undefined, onConnectionError: () => undefined };

export interface OwnerOptions {
  max?: number;
  statementTimeout?: number;
  /** Told of every statement that is sent, for counting them. */
  onStatement?: (sql: string) => void;
}

/** The owner's client: desk, publication, migrations of data. The caller disconnects it. */
export function ownerClient(connection: Connection, { onStatement, ...options }: OwnerOptions = {}): PrismaClient {
  const adapter = new PrismaPg({ ...poolConfig(connection, options), ...turns }, heard);
  if (!onStatement) return new PrismaClient({ adapter });
  const client = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] });
  client.$on('query', ({ query }) => onStatement(query));
  return client;
}

/** What readers ask is answered sooner than PostgreSQL could compile it, whatever its planner fears of a frequent word. */
const short = { jit: 'off' };
interface ReadOptions {
  max?: number;
  /** How long a connection is used that keeps named statements, in seconds: it never gives one back. */
  lifetime?: number;
}
const lifetime = 900;

export interface ReaderClient {
  published: Published;
  /** Runs a read whose statements all see the record of one moment. */
  snapshot: <T>(read: (published: Published) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}

/** The public's client. */
export function readerClient(connection: Connection, options: ReadOptions = {}): ReaderClient {
  const client = new PrismaClient({
    adapter: new PrismaPg(
      { ...poolConfig(connection, { lifetime, ...options, statementTimeout: 10_000, settings: short }), ...turns },
      { ...heard, statementNameGenerator: statementNames() },
    ),
  });
  return {
    published: client,
    snapshot: (read) => snapshot(client, read),
    close: () => client.$disconnect(),
  };
}

/** The public's client of the past, for `asOf`. */
export function pastClient(connection: Connection, options: ReadOptions = {}): PastClient {
  const settings = {
    ...short,
    // SQL that is written by hand names tables without their schema: here it must not find the live ones.
    search_path: 'as_of',
    // An instant that has just passed may still get a publication: all statements of a read see it, or none.
    default_transaction_isolation: 'repeatable read',
  };
  const config = poolConfig(connection, { lifetime, ...options, statementTimeout: 10_000, settings });
  return new PrismaClient({
    adapter: new PrismaPg(
      { ...config, ...turns },
      { ...heard, schema: 'as_of', statementNameGenerator: statementNames() },
    ),
  }) as PastClient;
}

/** Runs a read against the record as it stood at an instant of record time: the same read, another schema. */
export function asOf<T>(client: PastClient, instant: Date, read: (published: Published) => Promise<T>): Promise<T> {
  const run = async (tx: Prisma.TransactionClient) => {
    await tx.$queryRaw`SELECT set_config('rapporteur.as_of', ${instant.toISOString()}, true)`;
    return read(tx);
  };
  // As patient as the pool itself, and no less than a single statement may take.
  return client.$transaction(run, { maxWait: 5_000, timeout: 15_000 });
}
