import { exportAudit, exportFormats } from '@rapporteur/core/audit/export';
import { RapporteurError } from '@rapporteur/domain/errors';
import { z } from 'zod';
import { problemOf } from '../errors';
import { auditFilter } from './audit';
import { createAdminContext } from './context';
import type { Desk } from './desk';
import { read } from './form-door';

const query = z.strictObject({ ...auditFilter, format: z.enum(exportFormats) });
const types = { csv: 'text/csv; charset=utf-8; header=present', jsonl: 'application/jsonl; charset=utf-8' } as const;
const codes: Partial<Record<RapporteurError['code'], number>> = {
  unauthenticated: 401,
  forbidden: 403,
  limit_exceeded: 429,
  unavailable: 503,
};

/** Answers the audit log as a file, to an administrator in a session or to a program with the scope `audit`. */
export async function answerAuditFile(desk: Desk, request: Request): Promise<Response> {
  try {
    const { db, caller } = await createAdminContext(desk, request.headers);
    const asked = [...new URL(request.url).searchParams].filter(([, value]) => value !== '');
    const { format, ...filter } = read(query, Object.fromEntries(asked));
    const pieces = await exportAudit(db, caller, filter, format);
    return new Response(streamOf(pieces), {
      headers: {
        'content-type': types[format],
        'content-disposition': `attachment; filename="audit-${new Date().toISOString().slice(0, 10)}.${format}"`,
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (!(error instanceof RapporteurError)) throw error;
    return Response.json(problemOf(error), {
      status: codes[error.code] ?? 400,
      headers: { 'cache-control': 'private, no-store' },
    });
  }
}

/** Pieces are made as the client takes them, and no more once it has gone. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}
