import { alikeTexts, keepBands, unsignedTexts } from '@rapporteur/core/intake/origins';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { bandsOf, nearlySame, resemblance, signatureOf } from '@rapporteur/intake/same-origin';

/** How many texts that came by another way are signed while one is read. */
const signedAtOnce = 50;
/** The bands of a text without a word: one that no other text has. */
const wordless = ['-'];

/** The texts on record that are nearly the same as this one, the likest first, and the bands by which others will meet it. */
export async function nearTexts(db: PrismaClient, text: string): Promise<{ bands: string[]; nearTexts: string[] }> {
  for (const other of await unsignedTexts(db, signedAtOnce)) {
    const signature = signatureOf(other.text);
    await keepBands(db, other.sha256, signature === null ? wordless : bandsOf(signature));
  }
  const signature = signatureOf(text);
  if (signature === null) return { bands: wordless, nearTexts: [] };
  const bands = bandsOf(signature);
  const near = (await alikeTexts(db, bands)).flatMap(({ sha256, text: other }) => {
    const theirs = signatureOf(other);
    const shared = theirs === null ? 0 : resemblance(signature, theirs);
    return shared >= nearlySame ? [{ sha256, shared }] : [];
  });
  return { bands, nearTexts: near.toSorted((a, b) => b.shared - a.shared).map(({ sha256 }) => sha256) };
}
