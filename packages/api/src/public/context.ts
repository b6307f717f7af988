import { asOf as readAsOf, pastClient, readerClient, type PastClient, type Published } from '@rapporteur/db/clients';
import { parseConnection } from '@rapporteur/db/connection';
import { publicEnv } from '../env';

export interface PublicContext {
  /** Runs a read: on the record as it stands, or as it stood at the instant of this request. */
  read: <T>(run: (published: Published) => Promise<T>) => Promise<T>;
  /** For permalinks, which show a record as it stood when their revision was published. */
  past: PastClient;
}

export interface PublicClients {
  live: Published;
  past: PastClient;
}

/** Makes a context from given clients; `asOf` is an ISO instant, or null for the record as it stands. */
export function publicContextFrom({ live, past }: PublicClients, asOf: string | null): PublicContext {
  if (asOf === null) return { read: (run) => run(live), past };
  const instant = new Date(asOf);
  return { read: (run) => readAsOf(past, instant, run), past };
}

// Kept on the process and not in the module: a bundler may load this module more than once.
const kept: { rapporteurPublic?: PublicClients } = globalThis as object;

/** Makes the context of a public request. The connections are made once, as the role that cannot read the desk. */
export function createPublicContext({ asOf }: { asOf: string | null }): PublicContext {
  kept.rapporteurPublic ??= connect();
  return publicContextFrom(kept.rapporteurPublic, asOf);
}

function connect(): PublicClients {
  const connection = parseConnection(publicEnv().DATABASE_READER_URL);
  return { live: readerClient(connection).published, past: pastClient(connection) };
}
