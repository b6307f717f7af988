import { createHash } from 'node:crypto';
import { canonicalJson } from '@rapporteur/domain/canonical';
import { editableContent } from '@rapporteur/domain/content/blank';
import { citations as citationsSchema, type Citation } from '@rapporteur/domain/content/citation';
import { contentSchemas, type AnyContent } from '@rapporteur/domain/content/content';
import { citationsOfNothing, evidenceCount, type EvidenceCount } from '@rapporteur/domain/content/evidence';
import { RapporteurError } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import type { Kind } from '@rapporteur/domain/kinds';
import { boundText } from '../working-copy/bounds';

export interface CheckedContent {
  record: AnyContent;
  citations: Citation[];
  contentHash: string;
  evidence: EvidenceCount;
}

/** Parses the content of a revision and its citations against the schema of its kind. Errors name each field. */
export function checkContent(kind: Kind, content: unknown, citations: unknown): CheckedContent {
  const parsed = contentSchemas[kind].safeParse(content);
  if (!parsed.success) throw fromZod(parsed.error, `This ${kind} cannot be saved.`, '/content');
  const cited = citationsSchema.safeParse(citations);
  if (!cited.success) throw fromZod(cited.error, `The citations of this ${kind} cannot be saved.`, '/citations');
  const astray = citationsOfNothing(parsed.data, cited.data);
  if (astray.length > 0) {
    throw new RapporteurError(
      'invalid_input',
      'A citation names a field that the record does not have.',
      astray.map((index) => ({ path: `/citations/${index}/field`, message: 'stands on a field that is not there' })),
    );
  }
  return checked(kind, parsed.data, cited.data);
}

/**
 * Parses a text that nobody has finished yet: it has every field of its kind and nothing else, but what is in them need not
 * meet the schema. Citations must, and stand on fields that are there.
 */
export function checkUnfinished(kind: Kind, content: unknown, citations: unknown): CheckedContent {
  boundText({ content, citations, pasted: '' });
  const { data: cited, error } = citationsSchema.safeParse(citations);
  if (error) throw fromZod(error, `The citations of this ${kind} cannot be saved.`, '/citations');
  const fields = editableContent(kind, content);
  const astray = citationsOfNothing(fields, cited).length;
  if (astray > 0) throw new Error(`${astray} citations of an unfinished ${kind} stand on no field.`);
  const parsed = contentSchemas[kind].safeParse(fields);
  return checked(kind, parsed.success ? parsed.data : fields, cited);
}

function checked(kind: Kind, content: unknown, citations: Citation[]): CheckedContent {
  // The schema of a kind gives the content of that kind; the pairing cannot be expressed to the compiler.
  const record = { kind, content } as AnyContent;
  return {
    record,
    citations,
    contentHash: hashContent(kind, content, citations),
    evidence: evidenceCount(record, citations),
  };
}

/** SHA-256 over the canonical JSON (RFC 8785) of `{ kind, content, citations }`: what the publication log vouches for. */
export function hashContent(kind: Kind, content: unknown, citations: unknown): string {
  return createHash('sha256').update(canonicalJson({ kind, content, citations }), 'utf8').digest('hex');
}
