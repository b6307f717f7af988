import type { PublicationView } from './views';

type Action = PublicationView['action'];

/** The changes by which the record says that it was wrong, or that something stands elsewhere. */
export const corrections = ['correct', 'withdraw', 'merge'] satisfies Action[];

export const isCorrection = ({ action }: { action: Action }): boolean => corrections.some((each) => each === action);
