/** The lists that the desk names. `work` is all that somebody has to do something about; `all` leaves nothing out. */
export const views = ['work', 'mine', 'review', 'scheduled', 'overdue', 'drifted', 'translations', 'all'] as const;
export type View = (typeof views)[number];

/** By what a list runs. Rows that are alike in it run by when they were changed, and those by their ids. */
export const sorts = ['changed', 'title', 'kind', 'state', 'evidence', 'with', 'due'] as const;
export type Sort = (typeof sorts)[number];
export const directions = ['asc', 'desc'] as const;
export type Direction = (typeof directions)[number];

/** What a list is narrowed to, by the day that a record is due. */
export const dues = ['overdue', 'week', 'some', 'none'] as const;
export type Due = (typeof dues)[number];

/** What a list is narrowed to, by the passages that a record rests on. */
export const evidences = ['missing', 'complete', 'drifted'] as const;
export type Evidence = (typeof evidences)[number];
