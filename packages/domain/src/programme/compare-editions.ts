import type { EditionView } from './views';

type Provision = EditionView['provisions'][number];

/** A provision over several editions: what each records of it, or null where it has none of that name. */
export interface ComparedProvision {
  subject: string;
  /** The same in the language that was asked for: as the first edition has it that is translated. */
  translated: string | null;
  /** In the order of the editions. Null is not on record there, which is neither "not mentioned" nor "excluded". */
  cells: (Provision | null)[];
  /** Whether editions that record it say otherwise, or only some record it. */
  differs: boolean;
}

const keyOf = (subject: string) => subject.normalize('NFC').toLocaleLowerCase('en').replaceAll(/\s+/g, ' ').trim();

/**
 * Provisions of editions side by side, matched by what they are called: the page's own first in their order, then those that
 * only others have. What an edition says twice under one name stands as it says it first.
 */
export function compareEditions(editions: readonly EditionView[], own: string): ComparedProvision[] {
  const subjects = new Map<string, { subject: string; translated: string | null }>();
  const inOrder = editions.toSorted((a, b) => Number(b.record.id === own) - Number(a.record.id === own));
  for (const { provisions, translated } of inOrder) {
    for (const [index, { subject }] of provisions.entries()) {
      const known = subjects.get(keyOf(subject)) ?? { subject, translated: null };
      const words = known.translated ?? translated[`/provisions/${index}/subject`] ?? null;
      subjects.set(keyOf(subject), { ...known, translated: words });
    }
  }
  return [...subjects].map(([key, called]) => {
    const cells = editions.map(({ provisions }) => provisions.find((each) => keyOf(each.subject) === key) ?? null);
    const said = new Set(cells.map((cell) => (cell === null ? '' : `${cell.scope} ${cell.force}`)));
    return { ...called, cells, differs: said.size > 1 };
  });
}

/** Those of a line that have room beside one another: the page's own, and the nearest before and after it. */
export function nearestEditions(editions: readonly EditionView[], own: string, room: number): EditionView[] {
  const place = editions.findIndex(({ record }) => record.id === own);
  const first = Math.max(0, Math.min(place - Math.ceil((room - 1) / 2), editions.length - room));
  return editions.slice(first, first + room);
}
