import { keepFetched, tellStep, type ToRead } from '@rapporteur/core/intake/reading';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import { fetchAddress } from '@rapporteur/intake/fetch-address';
import type { ReadDocument } from '@rapporteur/intake/document';
import { readDocument } from '@rapporteur/intake/read-document';

/** The text of what came in: fetched where only an address is known, and read by the process that may be killed. */
export async function openDocument(db: PrismaClient, item: ToRead): Promise<ReadDocument> {
  const received = item.bytes === null ? await fetched(db, item) : { ...item, bytes: item.bytes };
  await tellStep(db, item.id, 'read');
  const { bytes, mediaType, fileName, address } = received;
  const document = await readDocument({ bytes, mediaType, fileName, address }, { map: false });
  if (document.text.trim() === '') {
    throw new RapporteurError(
      'invalid_input',
      `There is no text in it. ${document.warnings.join(' ')} Paste the text below, as you read it there.`.replace(
        '  ',
        ' ',
      ),
    );
  }
  return document;
}

async function fetched(db: PrismaClient, { id, address }: ToRead) {
  if (address === null) throw new Error(`The text ${id} has neither bytes nor an address.`);
  await tellStep(db, id, 'fetch');
  const received = await fetchAddress(address);
  await keepFetched(db, id, received);
  return received;
}
