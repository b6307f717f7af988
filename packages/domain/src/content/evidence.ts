import { getPointer } from '../json-pointer';
import type { AnyContent } from './content';
import type { Citation } from './citation';

/**
 * The fields of a record that need a passage before it may be published, as JSON pointers. What is free, and why, is said in
 * docs/decisions/113-what-needs-a-passage.md. A source is evidence itself; "not mentioned" rests on the sources read in full
 * instead of on a passage. Takes unfinished content, too: what is not stated yet needs nothing.
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
        ...stated('/status', content.status),
        ...stated('/nature', content.nature),
        ...stated('/period', content.period),
        ...stated('/editionOf', content.editionOf),
        ...stated('/setOutAt', content.setOutAt),
        ...each('/parties', content.parties),
        ...content.provisions.flatMap(({ scope, force }, index) => [
          ...(scope === 'not_mentioned' ? [] : [`/provisions/${index}/scope`]),
          ...stated(`/provisions/${index}/force`, force),
        ]),
        ...each('/relations', content.relations),
      ];
    case 'issue':
      return ['/question'];
    case 'statement':
      return ['/speaker', ...stated('/onBehalfOf', content.onBehalfOf), '/date', ...each('/claims', content.claims)];
    case 'position':
      return each('/turns', content.turns);
    case 'commitment':
      return [...each('/owedBy', content.owedBy), ...each('/owedTo', content.owedTo), ...each('/steps', content.steps)];
    case 'article':
      return ['/body'];
  }
}

/**
 * The fields that still need a passage: no citation stands on the field itself, on a part of it, or on what holds it
 * directly. A passage on a whole provision says its force too; one on its scope does not, and neither does one on the list.
 */
export function fieldsWithoutEvidence(
  record: AnyContent,
  citations: readonly Pick<Citation, 'field' | 'role'>[],
): string[] {
  const held = citations.filter(({ role }) => role === 'supports');
  // An issue is a question, not an assertion: any passage that raises it will do.
  const fields = new Set((record.kind === 'issue' ? citations : held).map(({ field }) => field));
  const holders = new Set([...fields].flatMap(holdersOf));
  return evidenceFields(record).filter(
    (needed) => !fields.has(needed) && !holders.has(needed) && !fields.has(holdersOf(needed)[0] ?? ''),
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
const stated = (pointer: string, value: string | null) => ((value ?? '') === '' ? [] : [pointer]);

/** What a field is part of, from the nearest outwards: of `/provisions/2/force` it is `/provisions/2`, then `/provisions`. */
function holdersOf(field: string): string[] {
  const holders: string[] = [];
  for (let end = field.lastIndexOf('/'); end > 0; end = field.lastIndexOf('/', end - 1))
    holders.push(field.slice(0, end));
  return holders;
}
