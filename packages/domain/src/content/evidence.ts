import { getPointer } from '../json-pointer';
import type { AnyContent } from './content';
import type { Citation } from './citation';

/**
 * The fields of a record that need a passage before it may be published, as JSON pointers.
 * A source is evidence itself; "not mentioned" rests on the sources read in full instead of on a passage.
 */
export function evidenceFields({ kind, content }: AnyContent): string[] {
  switch (kind) {
    case 'source':
      return [];
    case 'actor':
      return ['/names/0', ...each('/memberships', content.memberships), ...each('/offices', content.offices)];
    case 'event':
      return [
        '/date',
        ...each('/participants', content.participants),
        ...(content.choices.length > 0 ? ['/choices'] : []),
      ];
    case 'programme':
      return [
        '/summary',
        ...(content.nature === null ? [] : ['/nature']),
        ...content.provisions.flatMap((provision, index) =>
          provision.scope === 'not_mentioned' ? [] : [`/provisions/${index}/scope`],
        ),
        ...each('/relations', content.relations),
      ];
    case 'issue':
      return ['/question'];
    case 'statement':
      return ['/speaker', ...each('/claims', content.claims)];
    case 'position':
      return each('/turns', content.turns);
    case 'commitment':
      return ['/owedBy', ...each('/steps', content.steps)];
    case 'article':
      return ['/body'];
  }
}

/** The fields that still need a passage: no citation stands on the field itself, on a part of it, or on the whole it is part of. */
export function fieldsWithoutEvidence(record: AnyContent, citations: readonly Citation[]): string[] {
  const held = citations.filter((citation) => citation.role === 'supports').map((citation) => citation.field);
  // An issue is a question, not an assertion: any passage that raises it will do.
  const fields = record.kind === 'issue' ? citations.map((citation) => citation.field) : held;
  return evidenceFields(record).filter(
    (needed) => !fields.some((field) => within(field, needed) || within(needed, field)),
  );
}

/** How many fields of a record need a passage, and how many of them have one. */
export function evidenceCount(record: AnyContent, citations: readonly Citation[]): EvidenceCount {
  const needed = evidenceFields(record).length;
  return { needed, cited: needed - fieldsWithoutEvidence(record, citations).length };
}
export interface EvidenceCount {
  needed: number;
  cited: number;
}

/** Citations whose field does not exist in the content. */
export function citationsOfNothing(content: unknown, citations: readonly Citation[]): number[] {
  return citations.flatMap((citation, index) => (getPointer(content, citation.field) === undefined ? [index] : []));
}

const each = (pointer: string, items: readonly unknown[]) => items.map((_, index) => `${pointer}/${index}`);
const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}/`);
