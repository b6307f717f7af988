import { RapporteurError, type ErrorCode, type FieldIssue } from '@rapporteur/domain/errors';
import type { TombstoneView } from '@rapporteur/domain/views';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { problemOf } from '../../errors';

/** What each error of the domain is to HTTP, and what it is called. */
const problems = {
  invalid_input: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'The token does not work' },
  forbidden: { status: 403, title: 'This is not for you' },
  not_found: { status: 404, title: 'There is nothing here' },
  version_conflict: { status: 409, title: 'The record has moved on' },
  gone: { status: 410, title: 'The record was withdrawn' },
  state_conflict: { status: 412, title: 'The record is not in that state' },
  missing_evidence: { status: 422, title: 'A passage is missing' },
  limit_exceeded: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'The record cannot be read just now' },
} as const satisfies Record<ErrorCode, { status: number; title: string }>;

/** What the server in front says by itself: before a request is one of this interface, or where none of its parts could. */
const inFront = {
  method_not_allowed: { status: 405, title: 'This is only read' },
  failed: { status: 500, title: 'This did not work' },
} as const;

/** Those that a read can meet with. */
const readProblems = [
  'invalid_input',
  'unauthenticated',
  'not_found',
  'gone',
  'limit_exceeded',
  'unavailable',
] as const satisfies readonly ErrorCode[];

const told = { ...problems, ...inFront };
const toldOf = ['method_not_allowed', 'failed', ...readProblems] as const;
export type Explained = (typeof toldOf)[number];

/** Every sort of problem that a program can meet with, by its status, as the reference explains them. */
export const explained = toldOf
  .map((code) => ({ code, ...told[code] }))
  .toSorted((one, other) => one.status - other.status);

/** Where in the reference a sort of problem is explained. */
export const anchorOf = (code: string): string => `problem-${code.replaceAll('_', '-')}`;

/** A problem document (RFC 9457), as it is described to clients. */
export const problemDocument = z.object({
  type: z.string().meta({ description: 'An address at which this sort of problem is explained.' }),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().meta({ description: 'What is wrong, and what to do.' }),
  instance: z.string().meta({ description: 'The address that was asked for.' }),
  errors: z
    .array(
      z.object({
        pointer: z.string().meta({ description: 'The parameter, as a JSON pointer (RFC 6901).' }),
        detail: z.string(),
      }),
    )
    .optional(),
  tombstone: z
    .object({ id: z.string(), kind: z.string(), slug: z.string(), reason: z.string(), at: z.string() })
    .optional()
    .meta({ description: 'With 410: what was withdrawn, why and when.' }),
});
type ProblemDocument = z.infer<typeof problemDocument>;

/** A record was withdrawn: its tombstone says why. */
export class Withdrawn extends RapporteurError {
  constructor(readonly tombstone: TombstoneView) {
    super('gone', 'This record was withdrawn. The tombstone says why.');
  }
}

/** A refusal with its headers, as it is sent. */
export interface Refusal {
  status: number;
  document: ProblemDocument;
}

/** What goes out of an error that its sender can act on. Throws any other: that is a fault of the program. */
export function refusalOf(error: unknown, origin: string, instance: string): Refusal {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  const isRefusal =
    cause instanceof RapporteurError || (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR');
  if (!isRefusal) throw error;
  const { code, message: detail, issues } = problemOf(error);
  // The record itself answers for its own trouble: the server in front says it, with when to come again.
  if (code === 'unavailable') throw cause;
  const { status, title } = problems[code];
  return {
    status,
    document: {
      ...problemWith({ status, title, detail, issues }, origin, instance),
      ...(cause instanceof Withdrawn ? { tombstone: withoutRevision(cause.tombstone) } : {}),
    },
  };
}

/** What is wrong, as whoever found it says it. */
interface Told {
  status: number;
  /** What it is called, where the interface has no name for it. */
  title: string;
  detail: string;
  issues?: readonly FieldIssue[];
}

/** The document of a problem that was met with at an address, here or by the server in front. */
export function problemWith(
  { status, title, detail, issues = [] }: Told,
  origin: string,
  instance: string,
): ProblemDocument {
  const known = explained.find((problem) => problem.status === status);
  return {
    type: known === undefined ? 'about:blank' : `${origin}/api/v1/docs#${anchorOf(known.code)}`,
    title: known?.title ?? title,
    status,
    detail,
    instance,
    ...(issues.length > 0 ? { errors: issues.map(toError) } : {}),
  };
}

const toError = ({ path, message }: FieldIssue) => ({ pointer: path, detail: message });

const withoutRevision = ({ id, kind, slug, reason, at }: TombstoneView) => ({ id, kind, slug, reason, at });
