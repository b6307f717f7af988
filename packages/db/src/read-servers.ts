import { RapporteurError } from '@rapporteur/domain/errors';
import { pastClient, readerClient, type PastClient, type Published } from './clients';
import type { Connection } from './connection';
import { mapDatabaseError } from './errors';

/** One PostgreSQL server from which the public record is read: as it stands there, and as it stood. */
export interface ReadServer {
  live: Published;
  past: PastClient;
}

/** How long a replica that failed is left alone, in milliseconds. */
const restAfterFailure = 30_000;

interface Replica extends ReadServer {
  awayUntil: number;
}

/**
 * The servers of the public record: the primary, and the streaming replicas that take reads off it. A replica follows the
 * primary with a delay, so it is asked first whether it has come as far as the reader knows the record to be; where it
 * has not, or fails, the primary answers. So replicas never make the public record older than it is.
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
   * Runs a read on a server that holds publication number `atLeast`; without a number, on the primary. The read may run
   * twice, so it must change nothing.
   */
  async read<T>(atLeast: number | null, run: (server: ReadServer) => Promise<T>): Promise<T> {
    const replica = atLeast === null ? undefined : this.nextReplica();
    if (replica === undefined || atLeast === null) return run(this.primary);
    try {
      if (await holds(replica, atLeast)) return await run(replica);
    } catch (error) {
      if (!mayHelpElsewhere(error)) throw error;
      replica.awayUntil = this.now() + restAfterFailure;
    }
    return run(this.primary);
  }

  /** The replicas in turn, but for those that have just failed. */
  private nextReplica(): Replica | undefined {
    const well = this.replicas.filter(({ awayUntil }) => awayUntil <= this.now());
    this.turn += 1;
    return well[this.turn % Math.max(1, well.length)];
  }
}

async function holds({ live }: ReadServer, sequence: number): Promise<boolean> {
  const newest = await live.publication.aggregate({ _max: { sequence: true } });
  return (newest._max.sequence ?? 0n) >= BigInt(sequence);
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
  const { published, close } = readerClient(connection, options);
  const past = pastClient(connection, options);
  return {
    live: published,
    past,
    close: async () => {
      await Promise.all([close(), past.$disconnect()]);
    },
  };
}
