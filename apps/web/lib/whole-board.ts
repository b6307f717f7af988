import type { BoardKind, BoardView } from '@rapporteur/domain/board/views';
import type { Region } from '@rapporteur/domain/region/m49';
import type { publicApi } from './api';

/** The most positions that one board is made of: more than a record of all the votes of the General Assembly has of a state. */
const mostRows = 2000;

interface Asked {
  kind: BoardKind;
  slug: string;
  member: string | null;
  region: Region | null;
}

/**
 * Every position of a board, not a page of them: what was held on a day, and the order, are read from the turns of all. Where
 * there are more than `mostRows`, those that moved last, and `next` says so. Null where the record is not public.
 */
export async function wholeBoard(api: Awaited<ReturnType<typeof publicApi>>, asked: Asked): Promise<BoardView | null> {
  const first = await api.board.get({ ...asked, after: null });
  if (first === null) return null;
  const rows = [...first.rows];
  let { next } = first;
  while (next !== null && rows.length < mostRows) {
    const page: BoardView | null = await api.board.get({ ...asked, after: next });
    rows.push(...(page?.rows ?? []));
    next = page?.next ?? null;
  }
  return { ...first, rows, next };
}
