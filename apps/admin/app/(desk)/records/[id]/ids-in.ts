import { citations as citationsSchema } from '@rapporteur/domain/content/citation';
import { contentSchemas } from '@rapporteur/domain/content/content';
import { references } from '@rapporteur/domain/content/references';
import type { Kind } from '@rapporteur/domain/kinds';

/** Asked for at once. */
const most = 500;

/** The records that a revision names and the sources that it cites, once each; a text that no longer meets its schema names none. */
export function idsIn(kind: Kind, { content, citations }: { content?: unknown; citations?: unknown }): string[] {
  const parsed = contentSchemas[kind].safeParse(content);
  const named = parsed.success ? references(kind, parsed.data).map(({ value }) => value) : [];
  const cited = (citationsSchema.safeParse(citations).data ?? []).map(({ passage }) => passage.source);
  return [...new Set([...named, ...cited])].slice(0, most);
}
