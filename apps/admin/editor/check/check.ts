import type { AnyContent } from '@rapporteur/domain/content/content';
import { contentSchemas } from '@rapporteur/domain/content/content';
import { citationsOfNothing, evidenceFields, fieldsWithoutEvidence } from '@rapporteur/domain/content/evidence';
import { shapeAt, shapeOf } from '@rapporteur/domain/content/shape';
import { fromZod } from '@rapporteur/domain/from-zod';
import { parsePointer } from '@rapporteur/domain/json-pointer';
import type { Kind } from '@rapporteur/domain/kinds';
import { valueAt, type Draft } from '../draft/draft';

/** What stands between a draft and its review, by JSON pointer. */
export interface Findings {
  /** Fields that must be filled and are not. */
  readonly empty: readonly string[];
  /** Fields that hold something that cannot be saved, and why. */
  readonly wrong: ReadonlyMap<string, string>;
  /** Fields that state something and rest on no passage. */
  readonly unsupported: readonly string[];
  /** How many fields have to rest on one. */
  readonly needing: number;
  /** Citations of fields that are no longer there, by their place in the list. */
  readonly astray: readonly number[];
}

/** Checks a draft as the desk will, and says of each fault where it is. Evidence is asked for as soon as the parts can be read. */
export function check(kind: Kind, draft: Draft): Findings {
  const parsed = contentSchemas[kind].safeParse(draft.content);
  const empty: string[] = [];
  const wrong = new Map<string, string>();
  if (!parsed.success) {
    for (const { path, message } of fromZod(parsed.error, '').issues) {
      if (isBlank(kind, draft, path)) empty.push(path);
      else if (!wrong.has(path)) wrong.set(path, message);
    }
  }
  return {
    empty,
    wrong,
    ...evidence(kind, draft),
    astray: citationsOfNothing(draft.content, draft.citations),
  };
}

/** Whether nothing was entered at a place that needs something; a list that needs an item counts, too. */
function isBlank(kind: Kind, draft: Draft, pointer: string): boolean {
  const value = valueAt(draft, pointer);
  if (value === '' || value === null || value === undefined)
    return shapeAt(shapeOf(kind), parsePointer(pointer)) !== undefined;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** The desk asks for evidence of whole records only; here an unfinished one has the parts that it has. */
function evidence(kind: Kind, draft: Draft): Pick<Findings, 'unsupported' | 'needing'> {
  // Only lists, and which of a few terms were chosen, decide what needs evidence: an unfinished content has those.
  const record = { kind, content: draft.content } as unknown as AnyContent;
  return { unsupported: fieldsWithoutEvidence(record, draft.citations), needing: evidenceFields(record).length };
}

/** Whether anything keeps a draft from being saved as one. */
export const isSound = ({ empty, wrong, astray }: Findings): boolean =>
  empty.length === 0 && wrong.size === 0 && astray.length === 0;
