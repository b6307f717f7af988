import type { AnyContent } from '@rapporteur/domain/content/content';
import { titleOf } from '@rapporteur/domain/content/title';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Content } from './draft';

/** What a record is called as far as it is written; empty while nothing names it. */
export function workingTitle(kind: Kind, content: Content, nameOf: (id: string) => string | undefined): string {
  // A blank has every field that a title is made of, as text or nothing.
  const title = titleOf({ kind, content } as unknown as AnyContent, (id) => nameOf(id) ?? '');
  return /[\p{L}\p{N}]/u.test(title.replace(/^(: | on )/, '')) ? title.replace(/^: /, '') : '';
}
