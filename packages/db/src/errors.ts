import { RapporteurError } from '@rapporteur/domain/errors';

interface DatabaseFault {
  code: string;
  message: string;
}

/** An error and all that it wraps, from the outside in: Prisma's, the adapter's, the driver's. */
function layersOf(error: unknown): Record<string, unknown>[] {
  const layers: Record<string, unknown>[] = [];
  for (let current = error; typeof current === 'object' && current !== null && layers.length < 6;) {
    const layer = current as Record<string, unknown>;
    layers.push(layer);
    const { meta, cause } = layer;
    const adapter =
      typeof meta === 'object' && meta !== null ? (meta as Record<string, unknown>)['driverAdapterError'] : undefined;
    current = adapter ?? cause;
  }
  return layers;
}

/** What the adapter calls an error for which it keeps no code; a raw query comes with nothing else. */
const kinds: Readonly<Record<string, DatabaseFault>> = {
  ConnectionClosed: { code: 'ECONNRESET', message: 'the connection was lost' },
  DatabaseNotReachable: { code: 'ECONNREFUSED', message: 'the database cannot be reached' },
  SocketTimeout: { code: 'ETIMEDOUT', message: 'the database did not answer in time' },
};

// What the driver says of a connection that broke, where neither it nor the adapter gives a code.
const broken = /^(Connection terminated|Client has encountered a connection error|Server has closed the connection)/;

/** The SQLSTATE or Prisma code of a database error, wherever the driver, the adapter or Prisma has put it. */
function faultOf(error: unknown): DatabaseFault | null {
  const layers = layersOf(error);
  for (const { originalCode, originalMessage, message } of layers) {
    if (typeof originalCode === 'string') return { code: originalCode, message: String(originalMessage ?? message) };
  }
  for (const { kind, message } of layers) {
    if (typeof kind === 'string' && Object.hasOwn(kinds, kind)) return kinds[kind] ?? null;
    if (typeof message === 'string' && broken.test(message)) return kinds['ConnectionClosed'] ?? null;
  }
  const coded = layers.findLast(({ code }) => typeof code === 'string');
  return coded ? { code: String(coded['code']), message: String(coded['message']) } : null;
}

/** The connection broke under way: what was asked may have been done all the same. */
const lost = new Set(['ECONNRESET', 'EPIPE', 'P1017', '57P01', '57P02', '08006']);

/** There was no connection, or none in time: nothing was asked. */
const unavailable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1008',
  'P2024',
  'P2028',
  '57P03',
  '08001',
  '53300',
]);

/**
 * What a database error means to whoever made the request. A refusal of the database's own rules becomes a conflict;
 * a database that is away, `unavailable`; anything else is a fault of ours and is handed back as it is.
 */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof RapporteurError) return error;
  const fault = faultOf(error);
  if (!fault) return error;
  const options = { cause: error };
  if (['23505', 'P2002'].includes(fault.code)) {
    return new RapporteurError(
      'state_conflict',
      'Somebody else has just done the same; look at the record again.',
      [],
      options,
    );
  }
  if (fault.code === 'P2025') return new RapporteurError('not_found', 'There is no such record.', [], options);
  if (['23503', 'P2003'].includes(fault.code)) {
    return new RapporteurError('state_conflict', 'A record that this one names is not there.', [], options);
  }
  if (['23514', 'P0001'].includes(fault.code)) {
    return new RapporteurError(
      'state_conflict',
      `The record's rules refuse this: ${fault.message.split('\n')[0]}.`,
      [],
      options,
    );
  }
  if (['40001', '40P01', '55P03', 'P2034'].includes(fault.code)) {
    return new RapporteurError(
      'version_conflict',
      'Somebody else changed this at the same moment; try again.',
      [],
      options,
    );
  }
  if (lost.has(fault.code)) {
    return new RapporteurError(
      'unavailable',
      'The connection to the database was lost on the way. Look whether this was done before you try again.',
      [],
      options,
    );
  }
  // 53100: what was under way is rolled back, and works again once there is room.
  if (fault.code === '53100') {
    return new RapporteurError(
      'unavailable',
      'The disk of the database is full. Nothing was changed; make room, then try again.',
      [],
      options,
    );
  }
  if (unavailable.has(fault.code)) {
    return new RapporteurError(
      'unavailable',
      'The database is not answering. Nothing was changed; try again in a moment.',
      [],
      options,
    );
  }
  return error;
}
