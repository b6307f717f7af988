import { mapDatabaseError } from '@rapporteur/db/errors';
import { RapporteurError, VersionConflict, type CurrentVersion, type ErrorCode } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import { TRPCError } from '@trpc/server';
import type { TRPC_ERROR_CODE_KEY, TRPCDefaultErrorShape } from '@trpc/server';
import { ZodError } from 'zod';

/** The transport's name for every error of the domain. */
const transportCodes = {
  invalid_input: 'BAD_REQUEST',
  not_found: 'NOT_FOUND',
  gone: 'NOT_FOUND',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  version_conflict: 'CONFLICT',
  state_conflict: 'PRECONDITION_FAILED',
  missing_evidence: 'UNPROCESSABLE_CONTENT',
  limit_exceeded: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<ErrorCode, TRPC_ERROR_CODE_KEY>;

/** What a client learns of an error. */
export interface Problem {
  code: ErrorCode;
  message: string;
  issues: { path: string; message: string }[];
  /** With a `version_conflict`: where the record stands now. */
  current?: CurrentVersion;
}

/** Carries an error of the domain over the transport, as itself: the cause keeps its code and its fields. */
export function toTransport(error: RapporteurError): TRPCError {
  return new TRPCError({ code: transportCodes[error.code], message: error.message, cause: error });
}

/** The error of a procedure as it goes out: a refusal under its own name, a database that is away as `unavailable`. */
export function outward(error: TRPCError): TRPCError {
  const cause = mapDatabaseError(error.cause);
  return cause instanceof RapporteurError ? toTransport(cause) : error;
}

/** What may be said of any error: the domain's own words, the fields of an invalid input, and nothing of what is inside. */
export function problemOf(error: unknown): Problem {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (cause instanceof RapporteurError) return pick(cause);
  if (error instanceof TRPCError) {
    if (cause instanceof ZodError && error.code === 'BAD_REQUEST')
      return pick(fromZod(cause, 'This request is not valid.'));
    if (error.code === 'PAYLOAD_TOO_LARGE')
      return { code: 'limit_exceeded', message: 'This request is too long: make it shorter.', issues: [] };
    if (error.code === 'NOT_FOUND') return { code: 'not_found', message: 'There is no such procedure.', issues: [] };
    if (error.code !== 'INTERNAL_SERVER_ERROR') {
      return {
        code: 'invalid_input',
        message: 'This request is not one the record understands.',
        issues: [],
      };
    }
  }
  return {
    code: 'unavailable',
    message: 'This did not work. Nothing was changed; try again.',
    issues: [],
  };
}

const pick = (error: RapporteurError): Problem => ({
  code: error.code,
  message: error.message,
  issues: [...error.issues],
  ...(error instanceof VersionConflict ? { current: error.current } : {}),
});

/** The error as sent: no stack, no path of a file, no text of an exception that is not ours. */
export function formatError({ error, shape }: { error: TRPCError; shape: TRPCDefaultErrorShape }) {
  const { message, ...problem } = problemOf(error);
  return { code: shape.code, message, data: { httpStatus: shape.data.httpStatus, ...problem } };
}
