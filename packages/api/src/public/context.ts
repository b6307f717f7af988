import type { Published } from '@rapporteur/db/clients';
import { parseConnection } from '@rapporteur/db/connection';
import { readServer, ReadServers } from '@rapporteur/db/read-servers';
import { publicEnv } from '../env';

export interface PublicContext {
  /** Runs a read on the record as it stands, or as it stood at the instant of this request. */
  read: <T>(run: (published: Published) => Promise<T>) => Promise<T>;
  /**
   * Runs a read on the record as it stood at another instant: a permalink shows its revision's. Never within `read`: each
   * holds a connection, and requests that hold one and wait for another would wait for one another.
   */
  readAt: <T>(instant: Date, run: (published: Published) => Promise<T>) => Promise<T>;
}

/** What a public request asks of the record. */
export interface Asked {
  /** An ISO instant, or null for the record as it stands. */
  asOf: string | null;
  /** The publication that the answer must know of at least; null for the newest. */
  version: number | null;
}

/** Makes a context that reads from given servers. */
export function publicContextFrom(
  servers: Pick<ReadServers, 'live' | 'past'>,
  { asOf, version }: Asked,
): PublicContext {
  const readAt: PublicContext['readAt'] = (instant, run) => servers.past(version, instant, run);
  if (asOf === null) return { read: (run) => servers.live(version, run), readAt };
  const instant = new Date(asOf);
  return { read: (run) => readAt(instant, run), readAt };
}

// Kept on the process and not in the module: a bundler may load this module more than once.
const kept: { rapporteurPublic?: ReadServers } = globalThis as object;

/** Makes the context of a public request. The connections are made once, as the role that cannot read the desk. */
export function createPublicContext(asked: Asked): PublicContext {
  kept.rapporteurPublic ??= connect();
  return publicContextFrom(kept.rapporteurPublic, asked);
}

function connect(): ReadServers {
  const { DATABASE_READER_URL: primary, DATABASE_REPLICA_URLS: replicas } = publicEnv();
  const servers = [primary, ...replicas].map((address) => readServer(parseConnection(address)));
  const [first, ...others] = servers;
  if (first === undefined) throw new Error('no server to read from');
  return new ReadServers(first, others);
}
