import type { Published } from '@rapporteur/db/clients';
import type { Transaction } from '@rapporteur/db/transaction';
import { anchor } from '@rapporteur/domain/anchor';
import { canonicalJson } from '@rapporteur/domain/canonical';
import type { Citation } from '@rapporteur/domain/content/citation';
import type { SourceContent } from '@rapporteur/domain/content/source';
import { RapporteurError } from '@rapporteur/domain/errors';
import { contextLength, sliceCodePoints } from '@rapporteur/domain/passage';
import { bundleVersion, type BundleCitation } from './format';
import { citationsOf, recordLines, type Names, type PublicText } from './record-lines';

/** Finds texts by their fingerprints. */
export type FindTexts = (sha256: readonly string[]) => Promise<readonly { sha256: string; text: string }[]>;

/** Every text that is stored, whatever the rights of its source: for whoever runs the record. */
export const storedTexts =
  (db: Pick<Transaction, 'storedText'>): FindTexts =>
  (sha256) =>
    db.storedText.findMany({ where: { sha256: { in: [...sha256] } }, select: { sha256: true, text: true } });

/**
 * The public record as a bundle, line by line: a header, then the lines of the record with the whole texts of sources.
 * Read in a snapshot, it is of one instant.
 */
export async function* exportBundle(db: Published, findTexts: FindTexts): AsyncGenerator<string> {
  yield `${canonicalJson({ bundle: bundleVersion, note: 'The public record.' })}\n`;
  yield* recordLines(db, async (batch) => {
    const texts = await textsOf(findTexts, batch);
    return {
      source: (content) => withTexts(content, texts),
      citation: (citation, names) => exportCitation(citation, names, texts),
    };
  });
}

type Texts = ReadonlyMap<string, string>;

const versionsOf = (content: unknown) => (content as SourceContent).versions;

async function textsOf(findTexts: FindTexts, revisions: readonly PublicText[]): Promise<Texts> {
  const wanted = revisions.flatMap((revision) => [
    ...citationsOf(revision).map(({ passage }) => passage.sha256),
    ...(versionsOf(revision.content) ?? []).map(({ sha256 }) => sha256),
  ]);
  const rows = await findTexts([...new Set(wanted)]);
  return new Map(rows.map(({ sha256, text }) => [sha256, text]));
}

function textOf(texts: Texts, sha256: string): string {
  const text = texts.get(sha256);
  if (text === undefined)
    throw new RapporteurError('not_found', `The text ${sha256} is not stored; run "rapporteur verify".`);
  return text;
}

function withTexts(content: unknown, texts: Texts): unknown {
  const versions = versionsOf(content).map(({ sha256, fetched }) => ({ text: textOf(texts, sha256), fetched }));
  return { ...(content as SourceContent), versions };
}

function exportCitation({ field, role, passage }: Citation, names: Names, texts: Texts): BundleCitation {
  const text = textOf(texts, passage.sha256);
  return {
    field,
    role,
    source: names.handleOf(passage.source),
    ...(names.newestOf(passage.source) === passage.sha256 ? {} : { version: passage.sha256 }),
    quote: passage.exact,
    ...contextOf(text, passage),
  };
}

/** As much context as tells this place from every other: what a selector keeps, and more where the words repeat. */
function contextOf(text: string, { exact, start, end }: Citation['passage']): { prefix: string; suffix: string } {
  for (let length = contextLength; ; length *= 2) {
    const prefix = sliceCodePoints(text, Math.max(start - length, 0), start);
    const suffix = sliceCodePoints(text, end, end + length);
    const whole = length >= start && length >= text.length - end;
    if (whole || length > longestContext / 2 || anchor(text, exact, { prefix, suffix }).found === 'unique')
      return { prefix, suffix };
  }
}

/** A bundle's citation holds at most this much context on either side, in UTF-16 units; a code point takes up to two. */
const longestContext = 5_000;
