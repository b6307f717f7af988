import { RapporteurError } from '@rapporteur/domain/errors';
import { asOf, pastClient, readerClient, type PastClient, type Published, type ReaderClient } from './clients';
import type { Connection } from './connection';
import { mapDatabaseError } from './errors';

/** One PostgreSQL server from which the public record is read: as it stands there, and as it stood. */
export interface ReadServer {
  live: Pick<ReaderClient, 'published' | 'snapshot'>;
  past: PastClient;
}

type Read<T> = (published: Published) => Promise<T>;

/** How long a replica that failed is left alone, in milliseconds. */
const restAfterFailure = 30_000;

interface Replica extends ReadServer {
  awayUntil: number;
}

/**
 * The servers of the public record: the primary, and the streaming replicas that take reads off it. A replica follows the
 * primary with a delay, so it is asked first whether it has come as far as the reader knows the record to be; where it
 * has not, or fails, the primary answers. So replicas never make the public record older than it is. Every read may run
 * twice, so it must change nothing.
 */
export class ReadServers {
  private turn = 0;
  private readonly replicas: readonly Replica[];

  constructor(
    private readonly primary: ReadServer,
    replicas: readonly ReadServer[] = [],
    private readonly now: () => number = Date.now,
  ) {
    this.replicas = replicas.map((replica) => ({ ...replica, awayUntil: 0 }));
  }

  /**
   * Reads the record as it stands, on a server that holds publication number `atLeast`; without a number, on the primary.
   * The answer is of one moment: no publication lies between what one of its statements found and what the next did.
   */
  live<T>(atLeast: number | null, read: Read<T>): Promise<T> {
    return this.on(atLeast, (server, known) => atOneMoment(server, known, read));
  }

  /** Reads the record as it stood at an instant. */
  past<T>(atLeast: number | null, instant: Date, read: Read<T>): Promise<T> {
    return this.on(atLeast, ({ past }) => asOf(past, instant, read));
  }

  /** Runs on the server whose turn it is; `known` is a publication that was the newest at most a moment ago. */
  private async on<T>(
    atLeast: number | null,
    run: (server: ReadServer, known: bigint | null) => Promise<T>,
  ): Promise<T> {
    const known = atLeast === null ? null : BigInt(atLeast);
    const replica = known === null ? undefined : this.nextReplica();
    if (replica === undefined || known === null) return run(this.primary, known);
    try {
      const newest = await newestOn(replica);
      if (newest >= known) return await run(replica, newest);
    } catch (error) {
      if (!mayHelpElsewhere(error)) throw error;
      replica.awayUntil = this.now() + restAfterFailure;
    }
    return run(this.primary, known);
  }

  /** The replicas in turn, but for those that have just failed. */
  private nextReplica(): Replica | undefined {
    const well = this.replicas.filter(({ awayUntil }) => awayUntil <= this.now());
    this.turn += 1;
    return well[this.turn % Math.max(1, well.length)];
  }
}

/**
 * Statements of one read run side by side, each at its own moment: more than twice as many reads a second as in one
 * transaction. Where the record moved on meanwhile they are made again, then from one snapshot.
 */
async function atOneMoment<T>(server: ReadServer, known: bigint | null, read: Read<T>): Promise<T> {
  const before = known ?? (await newestOn(server));
  const answer = await read(server.live.published);
  return (await newestOn(server)) === before ? answer : server.live.snapshot(read);
}

/** The number of the newest publication that a server holds; 0 where there is none. */
async function newestOn({ live }: ReadServer): Promise<bigint> {
  const [row] = await live.published.$queryRaw<{ newest: bigint | null }[]>`
    SELECT max("sequence") AS newest FROM "Publication"`;
  return row?.newest ?? 0n;
}

/** A server that is away, and a replica that broke a read off because what it reads was cleaned up (SQLSTATE 40001). */
function mayHelpElsewhere(error: unknown): boolean {
  const meant = mapDatabaseError(error);
  return meant instanceof RapporteurError && ['unavailable', 'version_conflict'].includes(meant.code);
}

/** The clients of a server, connected as the role that may read published tables only. */
export function readServer(
  connection: Connection,
  options: { max?: number } = {},
): ReadServer & { close: () => Promise<void> } {
  const live = readerClient(connection, options);
  const past = pastClient(connection, options);
  return {
    live,
    past,
    close: async () => {
      await Promise.all([live.close(), past.$disconnect()]);
    },
  };
}
