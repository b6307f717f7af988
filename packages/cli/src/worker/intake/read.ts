import type { Payload } from '@rapporteur/core/job/jobs';
import type { Run } from '@rapporteur/core/job/run';
import { knownRecords } from '@rapporteur/core/intake/known';
import { matchAll } from '@rapporteur/core/intake/matches';
import { keepAgain } from '@rapporteur/core/intake/keep-again';
import { beginReading, failReading, keepReading, tellStep, type ToRead } from '@rapporteur/core/intake/reading';
import { fingerprint } from '@rapporteur/core/source/text';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import { languages } from '@rapporteur/extraction/extraction';
import { extractApart } from './extract-apart';
import { nearTexts } from './near-texts';
import { openDocument } from './open';
import { proposalsOf } from './proposals';

/**
 * Reads a text that came in and keeps what it suggests. Killed at any point, it is run again and begins where nothing is
 * lost: what was fetched is kept, and text and suggestions are kept together or not at all. What cannot be read is told to
 * whoever took it in, in words; it is tried again only where trying may help.
 */
export async function readIntake(
  db: PrismaClient,
  { itemId }: Payload<'intake.read'>,
  { lastAttempt }: Pick<Run, 'lastAttempt'>,
): Promise<void> {
  const item = await beginReading(db, itemId);
  if (item === null) return;
  try {
    await read(db, item);
  } catch (error) {
    const told = error instanceof RapporteurError ? error.message : null;
    // Whoever does not answer now may answer later; everything else stays as it is.
    if (told !== null && (error as RapporteurError).code !== 'unavailable') return failReading(db, itemId, told);
    if (lastAttempt) {
      await failReading(
        db,
        itemId,
        told ?? 'The text could not be read: the program failed. Read it again later, or paste the text.',
      );
    }
    throw error;
  }
}

async function read(db: PrismaClient, item: ToRead): Promise<void> {
  if (item.text !== null) {
    const { proposed } = await find(db, item.id, { ...item, text: item.text });
    await tellStep(db, item.id, 'keep');
    return keepAgain(db, item.id, proposed);
  }
  const document = await openDocument(db, item);
  // Refuses here, in words, what could not be stored below.
  const { text } = fingerprint(document.text);
  // Whoever took it in knows better than the document.
  const published = item.published ?? document.published;
  const { proposed, language } = await find(db, item.id, { text, language: document.language, published });
  const near = await nearTexts(db, text);

  await tellStep(db, item.id, 'keep');
  await keepReading(
    db,
    item.id,
    {
      text,
      title: document.title ?? headlineOf(text),
      publisher: document.publisher,
      author: document.authors.length === 0 ? null : document.authors.join(', '),
      published,
      language,
      canonicalAddress: document.canonicalAddress,
      warnings: document.warnings,
      ...near,
    },
    proposed,
  );
}

/** What a text suggests, each with the records it may be about, and the language that it is taken to be in. */
async function find(
  db: PrismaClient,
  id: string,
  { text, language: told, published }: { text: string; language: string | null; published: string | null },
) {
  await tellStep(db, id, 'find');
  const known = await knownRecords(db);
  const language = languages.find((one) => told?.toLowerCase().split('-')[0] === one);
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0];
  const found = await extractApart(text, {
    ...known,
    ...(language === undefined ? {} : { language }),
    ...(day === undefined ? {} : { published: day }),
  });
  const proposed = proposalsOf(text, found, published);
  await tellStep(db, id, 'compare');
  const matches = await matchAll(db, proposed);
  return {
    proposed: proposed.map((one, index) => ({ ...one, matches: matches[index] ?? [] })),
    language: told ?? found.language,
  };
}

/** The first paragraph, where it is one short line without a full stop: what a text that was pasted is called. */
function headlineOf(text: string): string | null {
  const [first = '', ...rest] = text.trim().split(/\n\s*\n/);
  const isHeadline = rest.length > 0 && first.length <= 200 && !first.includes('\n') && !/[.:;,]$/.test(first.trim());
  return isHeadline ? first.trim() : null;
}
