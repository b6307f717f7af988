import { RapporteurError } from '@rapporteur/domain/errors';

interface DatabaseFault {
  code: string | null;
  message: string;
}

/** The SQLSTATE or Prisma code of a database error, wherever the driver, the adapter or Prisma has put it. */
function faultOf(error: unknown): DatabaseFault | null {
  for (
    let current: unknown = error, depth = 0;
    typeof current === 'object' && current !== null && depth < 6;
    depth += 1
  ) {
    const { originalCode, code, originalMessage, message, meta, cause } = current as Record<string, unknown>;
    const adapter =
      typeof meta === 'object' && meta !== null ? (meta as Record<string, unknown>)['driverAdapterError'] : undefined;
    if (typeof originalCode === 'string') return { code: originalCode, message: String(originalMessage ?? message) };
    if (typeof adapter === 'object' && adapter !== null) {
      current = adapter;
      continue;
    }
    if (typeof cause === 'object' && cause !== null) {
      current = cause;
      continue;
    }
    if (typeof code === 'string') return { code, message: String(message) };
    return null;
  }
  return null;
}

const unavailable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  '57P01',
  '57P02',
  '57P03',
  '08006',
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
  if (!fault?.code) return error;
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
