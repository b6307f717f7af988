import { createHash } from 'node:crypto';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { webAddress } from '@rapporteur/domain/content/text';
import { edtfSchema } from '@rapporteur/domain/edtf';
import { RapporteurError } from '@rapporteur/domain/errors';
import { note } from '../audit/entry';
import { once } from '../idempotency';
import { enqueue } from '../job/enqueue';
import { authorize, type Caller } from '../policy';
import { fingerprint } from '../source/text';

/** The largest document, in bytes. The database holds the same bound. */
export const largestDocument = 32 * 1024 * 1024;
/** How many texts of one person may wait to be read at the same time. */
const mostWaiting = 50;

export type Incoming =
  | { way: 'paste'; text: string; published?: string | null }
  | { way: 'address'; address: string }
  | { way: 'upload'; fileName: string; mediaType: string | null; bytes: Uint8Array };

/**
 * Takes in texts: what came is stored, and the job that reads it added, in one transaction. Repeated under one key they are
 * taken in once. Throws `invalid_input` for what is empty or no address, `limit_exceeded` for what is too large or too much.
 */
export async function takeIn(
  db: PrismaClient,
  caller: Caller,
  { items, idempotencyKey: key }: { items: readonly Incoming[]; idempotencyKey?: string },
): Promise<{ ids: string[] }> {
  const { userId } = authorize(caller, 'intake.take_in');
  const rows = items.map(rowOf);
  if (rows.length === 0) throw new RapporteurError('invalid_input', 'Nothing came in: paste a text or choose a file.');
  return transaction(
    db,
    (tx) =>
      once(tx, { userId, key, action: 'intake.take_in', input: rows.map(toldOf) }, async () => {
        // One after the other for one person, so that two at once do not pass the bound together.
        await tx.$queryRaw`SELECT FROM "User" WHERE "id" = ${userId} FOR NO KEY UPDATE`;
        const waiting = await tx.intakeItem.count({ where: { userId, state: { in: ['waiting', 'reading'] } } });
        if (waiting + rows.length > mostWaiting) {
          throw new RapporteurError(
            'limit_exceeded',
            `${waiting} of your texts wait to be read already, of at most ${mostWaiting}. Wait until some are read, then take in more.`,
          );
        }
        const ids: string[] = [];
        for (const row of rows) ids.push(await insert(tx, userId, row));
        return { ids };
      }),
    // Thirty megabytes take a while to be written.
    { timeout: 60_000 },
  );
}

interface Row {
  way: Incoming['way'];
  fileName: string | null;
  mediaType: string | null;
  address: string | null;
  bytes: Uint8Array<ArrayBuffer> | null;
  published: string | null;
}

function rowOf(item: Incoming): Row {
  const none = { fileName: null, mediaType: null, address: null, bytes: null, published: null };
  switch (item.way) {
    case 'paste':
      return { ...none, way: 'paste', ...pastedText(item.text), published: checkedDay(item.published ?? null) };
    case 'address':
      return { ...none, way: 'address', address: checkedAddress(item.address) };
    case 'upload': {
      const fileName = plainName(item.fileName);
      return {
        ...none,
        way: 'upload',
        fileName,
        mediaType: item.mediaType === null ? null : plain(item.mediaType).slice(0, 200),
        bytes: checkedBytes(item.bytes, fileName),
      };
    }
  }
}

/** The bytes of a text that somebody pasted. Throws where it is empty, too long, or holds what no text may. */
export function pastedText(text: string): { mediaType: string; bytes: Uint8Array<ArrayBuffer> } {
  fingerprint(text);
  return { mediaType: 'text/plain; charset=utf-8', bytes: new Uint8Array(Buffer.from(text, 'utf8')) };
}

/** Bytes that are some, and not too many. */
export function checkedBytes(bytes: Uint8Array, name: string): Uint8Array<ArrayBuffer> {
  if (bytes.byteLength === 0) throw new RapporteurError('invalid_input', `“${name}” is empty.`);
  if (bytes.byteLength > largestDocument) {
    throw new RapporteurError(
      'limit_exceeded',
      `“${name}” is larger than ${largestDocument / 1024 / 1024} MB. Paste the part of its text that matters.`,
    );
  }
  return new Uint8Array(bytes);
}

function checkedDay(published: string | null): string | null {
  const day = published?.trim() ?? '';
  if (day === '' || edtfSchema.safeParse(day).success) return day || null;
  throw new RapporteurError('invalid_input', 'This is not the day on which a text came out.', [
    { path: '/published', message: 'must be a date such as 2023-11-30' },
  ]);
}

function checkedAddress(address: string): string {
  const parsed = webAddress.safeParse(address.trim());
  if (parsed.success) return parsed.data;
  throw new RapporteurError('invalid_input', 'This is not the address of a page.', [
    { path: '/address', message: 'must begin with http:// or https://' },
  ]);
}

/** A file's own name: no folders, no control characters, at most 200 characters. */
const plainName = (name: string) =>
  plain(name.replace(/^.*[/\\]/, ''))
    .trim()
    .slice(0, 200) || 'document';
const plain = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').replaceAll(/\p{Surrogate}/gu, '\ufffd');

/** What the key of a request stands for: the same bytes under the same name are the same request. */
const toldOf = ({ bytes, ...row }: Row) => ({
  ...row,
  sha256: bytes === null ? null : createHash('sha256').update(bytes).digest('hex'),
});

async function insert(tx: Transaction, userId: string, { bytes, ...row }: Row): Promise<string> {
  const { id } = await tx.intakeItem.create({ data: { ...row, userId }, select: { id: true } });
  if (bytes !== null) await tx.intakeFile.create({ data: { itemId: id, bytes } });
  await enqueue(tx, 'intake.read', { itemId: id });
  const size = bytes === null ? {} : { bytes: bytes.byteLength };
  await note(tx, { userId, action: 'intake.take_in', detail: { item: id, way: row.way, ...size } });
  return id;
}
