import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { languageTag, webAddress } from '@rapporteur/domain/content/text';
import { edtfSchema } from '@rapporteur/domain/edtf';
import { intakeSteps, type IntakeStep } from '@rapporteur/domain/intake/views';
import type { z } from 'zod';
import { note } from '../audit/entry';
import { storeText } from '../source/text';
import { lockItem } from './lock';
import { sourceAtAddress } from './origins';
import { checkPayload, fingerprintsOf, type Match, type Proposed } from './suggestion';
import { checkedBytes } from './take-in';

/** What is to be read. */
export interface ToRead {
  id: string;
  address: string | null;
  fileName: string | null;
  mediaType: string | null;
  /** EDTF, where whoever took it in said so. */
  published: string | null;
  /** Its text, where only what it suggests is looked for again. */
  text: string | null;
  /** Of that text. */
  language: string | null;
  /** None where the address is not fetched yet. */
  bytes: Uint8Array | null;
}

/** Takes a text up for reading, also one that a killed worker left half read; null where nothing is left to do. */
export function beginReading(db: PrismaClient, itemId: string): Promise<ToRead | null> {
  return transaction(db, async (tx) => {
    const [found] = await tx.$queryRaw<{ state: string }[]>`
      SELECT "state" FROM "IntakeItem" WHERE "id" = ${itemId} FOR UPDATE`;
    if (found === undefined || (found.state !== 'waiting' && found.state !== 'reading')) return null;
    const item = await tx.intakeItem.update({
      where: { id: itemId },
      data: { state: 'reading', step: null, stepsDone: 0 },
      include: { file: true, text: true },
    });
    const { id, address, fileName, mediaType, published, language, file, text } = item;
    const read = { text: text?.text ?? null, language };
    return { id, address, fileName, mediaType, published, ...read, bytes: file?.bytes ?? null };
  });
}

/** Says what is being done with a text. */
export async function tellStep(db: PrismaClient, itemId: string, step: IntakeStep): Promise<void> {
  await db.intakeItem.updateMany({
    where: { id: itemId, state: 'reading' },
    data: { step, stepsDone: intakeSteps.indexOf(step) },
  });
}

/** Keeps what an address held, so that it is fetched once even where the reading is begun again. */
export function keepFetched(
  db: PrismaClient,
  itemId: string,
  { bytes, mediaType, fileName, address }: Pick<ToRead, 'mediaType' | 'fileName' | 'address'> & { bytes: Uint8Array },
): Promise<void> {
  const checked = checkedBytes(bytes, address ?? 'This page');
  return transaction(
    db,
    async (tx) => {
      const item = await lockItem(tx, itemId, null);
      if (item.state !== 'reading') return;
      await tx.intakeFile.upsert({ where: { itemId }, create: { itemId, bytes: checked }, update: { bytes: checked } });
      const final = webAddress.safeParse(address).data ?? item.address;
      await tx.intakeItem.update({
        where: { id: itemId },
        data: {
          mediaType: mediaType?.slice(0, 200) ?? null,
          fileName: fileName?.slice(0, 200) ?? null,
          address: final,
        },
      });
    },
    { timeout: 60_000 },
  );
}

/** What a reader found a document to be. */
export interface Read {
  text: string;
  title: string | null;
  publisher: string | null;
  author: string | null;
  published: string | null;
  language: string | null;
  canonicalAddress: string | null;
  warnings: string[];
  /** The bands of its signature, by which texts that are nearly the same meet. */
  bands: string[];
  /** Fingerprints of texts that are nearly the same. */
  nearTexts: string[];
}

/**
 * Keeps the text and all that is suggested from it, in one transaction: a reading that is repeated finds it done. What was
 * rejected when this very text was taken in before comes up as rejected.
 */
export function keepReading(
  db: PrismaClient,
  itemId: string,
  read: Read,
  proposed: readonly (Proposed & { matches: readonly Match[] })[],
): Promise<void> {
  return transaction(
    db,
    async (tx) => {
      const item = await lockItem(tx, itemId, null);
      if (item.state !== 'reading') return;
      const { sha256 } = await storeText(tx, read.text);
      await tx.textBand.createMany({
        data: read.bands.map((hash, band) => ({ sha256, band, hash })),
        skipDuplicates: true,
      });
      const rejected = await rejectedBefore(tx, sha256);
      const fingerprints = fingerprintsOf(proposed);
      await tx.suggestion.createMany({
        data: proposed.map(({ proposal, passages, reason, confidence, matches }, index) => {
          const fingerprint = fingerprints[index] ?? '';
          const before = rejected.get(fingerprint);
          return {
            itemId,
            number: index + 1,
            kind: proposal.kind,
            payload: checkPayload(proposal.kind, proposal.payload).payload,
            passages,
            reason,
            confidence,
            fingerprint,
            matches: [...matches],
            ...(before === undefined ? {} : { ...before, decision: 'rejected', rejectedBefore: true }),
          };
        }),
      });
      const canonicalAddress = fitting(webAddress, read.canonicalAddress);
      const sourceOfId = await sourceAtAddress(tx, [canonicalAddress, item.address]);
      await tx.intakeItem.update({
        where: { id: itemId },
        data: {
          state: 'suggested',
          step: null,
          stepsDone: intakeSteps.length,
          readAt: new Date(),
          sha256,
          title: item.title ?? lineOf(read.title),
          publisher: lineOf(read.publisher),
          author: lineOf(read.author),
          published: item.published ?? fitting(edtfSchema, read.published),
          language: fitting(languageTag, read.language),
          canonicalAddress,
          warnings: read.warnings.map((warning) => warning.slice(0, 500)).slice(0, 20),
          nearTexts: read.nearTexts.filter((other) => other !== sha256),
          sourceOfId,
        },
      });
      await note(tx, {
        userId: null,
        action: 'intake.read',
        detail: { item: itemId, sha256, proposals: proposed.length },
      });
    },
    { timeout: 60_000 },
  );
}

/** Who rejected which suggestions of this text, and when, where that is how it was left. */
async function rejectedBefore(
  tx: Transaction,
  sha256: string,
): Promise<Map<string, { decidedById: string; decidedAt: Date }>> {
  const rows = await tx.$queryRaw<
    { fingerprint: string; decision: string; decidedById: string; decidedAt: Date }[]
  >`SELECT DISTINCT ON (s."fingerprint") s."fingerprint", s."decision", s."decidedById", s."decidedAt"
    FROM "Suggestion" s JOIN "IntakeItem" i ON i."id" = s."itemId"
    WHERE i."sha256" = ${sha256} AND s."decision" IS NOT NULL ORDER BY s."fingerprint", s."decidedAt" DESC`;
  return new Map(
    rows
      .filter(({ decision }) => decision === 'rejected')
      .map(({ fingerprint, decidedById, decidedAt }) => [fingerprint, { decidedById, decidedAt }]),
  );
}

/** Says, in words for whoever took it in, why a text could not be read and what to do. */
export function failReading(db: PrismaClient, itemId: string, problem: string): Promise<void> {
  return transaction(db, async (tx) => {
    const item = await lockItem(tx, itemId, null);
    if (item.state !== 'reading') return;
    await tx.intakeItem.update({ where: { id: itemId }, data: { state: 'failed', step: null, problem } });
    await note(tx, { userId: null, action: 'intake.fail', detail: { item: itemId } });
  });
}

/** One line without what no text may hold, at most 500 characters; null where nothing is left. */
export function lineOf(text: string | null): string | null {
  const words = (text ?? '')
    .replaceAll(/[\p{Cc}\ufffe\uffff]+/gu, ' ')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return words === ''
    ? null
    : words
        .slice(0, 500)
        .replace(/[\ud800-\udbff]$/, '')
        .trim();
}

/** A value that a document claims, where it is one; null otherwise. */
const fitting = (schema: z.ZodType<string>, value: string | null): string | null =>
  value === null ? null : (schema.safeParse(value).data ?? null);
