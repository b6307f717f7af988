import { kindOfSegment, type Kind } from '@rapporteur/domain/kinds';
import { slugSchema } from '@rapporteur/domain/slug';
import { languageNamed, original } from '@rapporteur/domain/translation/languages';

/** What a page shows in time, in whatever language: the whole record, or one record. */
type Target = { of: null } | { of: { kind: Kind; slug: string } };

const parts = /^(?:history|diff|statements|positions|mentions)$/;
const wholes = new Set(['changes', 'corrections', 'search']);

/** What the page at a path shows, by the parts of its address; null for an address that is no page of the site. */
export function targetOf(path: readonly string[]): Target | null {
  const told = languageNamed(path[0]);
  if (told === original) return null;
  const [first, second, third, ...more] = told === null ? path : path.slice(1);
  if (first === undefined) return { of: null };
  if (second === undefined) return wholes.has(first) || kindOfSegment(first) !== null ? { of: null } : null;
  const record = recordOf(first, second);
  if (third === undefined) return record;
  const isPart =
    more.length === 0 ? parts.test(third) : first === 'sources' && third === 'passages' && more.length === 1;
  return isPart ? record : null;
}

function recordOf(segment: string, slug: string): Target | null {
  const kind = kindOfSegment(segment);
  return kind === null || !slugSchema.safeParse(slug).success ? null : { of: { kind, slug } };
}
