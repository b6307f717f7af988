import type { DrawnBoard } from '@rapporteur/domain/board/draw';

/** The most rows that are drawn on one page: every state has room on it. */
const rowsOnPage = 250;

/** On how many pages a board is drawn. */
export const pagesOf = ({ groups }: DrawnBoard): number => Math.max(1, Math.ceil(groups.length / rowsOnPage));

/** What one page of a board draws of it, counted from 1; those of whom nothing is on record stand on the last. */
export const drawnOn = (drawn: DrawnBoard, page: number): DrawnBoard => ({
  ...drawn,
  groups: drawn.groups.slice((page - 1) * rowsOnPage, page * rowsOnPage),
  silent: page === pagesOf(drawn) ? drawn.silent : [],
});
