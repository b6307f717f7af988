import type { Published } from '@rapporteur/db/clients';
import type { Transaction } from '@rapporteur/db/transaction';
import { anchor } from '@rapporteur/domain/anchor';
import { canonicalJson } from '@rapporteur/domain/canonical';
import type { Citation } from '@rapporteur/domain/content/citation';
import type { SourceContent } from '@rapporteur/domain/content/source';
import { RapporteurError } from '@rapporteur/domain/errors';
import { contextLength, sliceCodePoints } from '@rapporteur/domain/passage';
import { bundleVersion, type BundleCitation } from './format';
import type { Names } from './public-names';
import { citationsOf, recordLines } from './record-lines';

/** Finds a text by its fingerprint. */
export type FindText = (sha256: string) => Promise<string | null>;

/** Every text that is stored, whatever the rights of its source: for whoever runs the record. */
export const storedTexts =
  (db: Pick<Transaction, 'storedText'>): FindText =>
  async (sha256) =>
    (await db.storedText.findUnique({ where: { sha256 }, select: { text: true } }))?.text ?? null;

/**
 * The public record as a bundle, line by line: a header, then the lines of the record with the whole texts of sources.
 * Read in a snapshot, it is of one instant. One text is held at a time, or those of one source.
 */
export async function* exportBundle(db: Published, findText: FindText): AsyncGenerator<string> {
  yield `${canonicalJson({ bundle: bundleVersion, note: 'The public record.' })}\n`;
  yield* recordLines(db, async (batch) => {
    const contexts = await contextsOf(findText, batch.flatMap(citationsOf));
    return {
      source: (content) => withTexts(content, findText),
      citation: (citation, names) => exportCitation(citation, names, contexts.get(citation) ?? noContext),
    };
  });
}

interface Context {
  prefix: string;
  suffix: string;
}
const noContext: Context = { prefix: '', suffix: '' };

/** The context of each citation, text by text. */
async function contextsOf(findText: FindText, citations: readonly Citation[]): Promise<Map<Citation, Context>> {
  const contexts = new Map<Citation, Context>();
  const byText = citations.toSorted((a, b) => (a.passage.sha256 < b.passage.sha256 ? -1 : 1));
  let held = { sha256: '', text: '' };
  for (const citation of byText) {
    const { sha256 } = citation.passage;
    if (held.sha256 !== sha256) held = { sha256, text: await textOf(findText, sha256) };
    contexts.set(citation, contextOf(held.text, citation.passage));
  }
  return contexts;
}

async function textOf(findText: FindText, sha256: string): Promise<string> {
  const text = await findText(sha256);
  if (text === null)
    throw new RapporteurError('not_found', `The text ${sha256} is not stored; run "rapporteur verify".`);
  return text;
}

async function withTexts(content: unknown, findText: FindText): Promise<unknown> {
  const source = content as SourceContent;
  const versions: object[] = [];
  for (const { sha256, fetched } of source.versions) versions.push({ text: await textOf(findText, sha256), fetched });
  return { ...source, versions };
}

function exportCitation({ field, role, passage }: Citation, names: Names, context: Context): BundleCitation {
  return {
    field,
    role,
    source: names.handleOf(passage.source),
    ...(names.newestOf(passage.source) === passage.sha256 ? {} : { version: passage.sha256 }),
    quote: passage.exact,
    ...context,
  };
}

/** As much context as tells this place from every other: what a selector keeps, and more where the words repeat. */
function contextOf(text: string, { exact, start, end }: Citation['passage']): Context {
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
