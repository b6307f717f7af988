import { kindOfSegment, type Kind } from '@rapporteur/domain/kinds';
import { slugSchema } from '@rapporteur/domain/slug';
import { language, type Language } from '@rapporteur/domain/translation/languages';

/** What a page shows in time: the whole record, or one record, perhaps in another language. */
type Target = { of: null } | { of: { kind: Kind; slug: string; language: Language | null } };

const parts = /^(?:history|diff|statements|positions|mentions)$/;
const wholes = new Set(['changes', 'corrections', 'search']);

/** What the page at a path shows, by the parts of its address; null for an address that is no page of the site. */
export function targetOf(path: readonly string[]): Target | null {
  const [first, second, third, ...more] = path;
  if (first === undefined) return { of: null };
  if (second === undefined) return wholes.has(first) || kindOfSegment(first) !== null ? { of: null } : null;
  const told = language.safeParse(first);
  if (told.success) return third === undefined || more.length > 0 ? null : recordOf(second, third, told.data);
  const record = recordOf(first, second, null);
  if (third === undefined) return record;
  const isPart =
    more.length === 0 ? parts.test(third) : first === 'sources' && third === 'passages' && more.length === 1;
  return isPart ? record : null;
}

function recordOf(segment: string, slug: string, told: Language | null): Target | null {
  const kind = kindOfSegment(segment);
  return kind === null || !slugSchema.safeParse(slug).success ? null : { of: { kind, slug, language: told } };
}
