import type { IncomingMessage } from 'node:http';

/**
 * The fields of a form that was sent; null for one that is too long, is of another type, or has a field twice. Of a body that
 * has parts (RFC 8058 lets programs of mail send one) nothing is read.
 */
export async function readForm(request: IncomingMessage, longest: number): Promise<Record<string, string> | null> {
  const type = (request.headers['content-type'] ?? '').replace(/;.*$/s, '').trim().toLowerCase();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longest) return null;
    chunks.push(chunk);
  }
  if (type === 'multipart/form-data') return {};
  if (type !== 'application/x-www-form-urlencoded') return size === 0 ? {} : null;
  const fields: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString('utf8'))) {
    if (Object.hasOwn(fields, name)) return null;
    fields[name] = value;
  }
  return fields;
}
