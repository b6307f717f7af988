import { createHash } from 'node:crypto';
import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { codePointLength, normaliseText } from '@rapporteur/domain/passage';

/** The longest text of a source version, in UTF-16 units. */
export const longestText = 5_000_000;

export interface StoredText {
  sha256: string;
  text: string;
  /** In code points. */
  length: number;
}

/** Normalises a text and gives its fingerprint: SHA-256 over its UTF-8 bytes. */
export function fingerprint(raw: string): StoredText {
  if (raw.length > longestText) {
    throw new RapporteurError(
      'limit_exceeded',
      `The text is longer than ${longestText.toLocaleString('en')} characters.`,
    );
  }
  const text = normaliseText(raw);
  if (text.includes('\0')) throw new RapporteurError('invalid_input', 'The text holds a NUL character.');
  if (text.trim() === '') throw new RapporteurError('invalid_input', 'The text is empty.');
  return { sha256: createHash('sha256').update(text, 'utf8').digest('hex'), text, length: codePointLength(text) };
}

/** Stores a text under its fingerprint, once. */
export async function storeText(tx: Transaction, raw: string): Promise<StoredText> {
  const stored = fingerprint(raw);
  await storeTexts(tx, [stored]);
  return stored;
}

/**
 * Stores some texts, each under its fingerprint, once. In one order, so that of two transactions that bring the same texts
 * one waits for the other, and never each for the other: whoever stores several times in a transaction keeps to it as well,
 * and stores before it holds publications off.
 */
export async function storeTexts(tx: Transaction, texts: readonly StoredText[]): Promise<void> {
  if (texts.length === 0) return;
  await tx.storedText.createMany({
    data: texts
      .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
      .map(({ sha256, text, length }) => ({ sha256, text, length })),
    skipDuplicates: true,
  });
}
