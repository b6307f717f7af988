import { board } from './en/board';
import { dates } from './en/dates';
import { frame } from './en/frame';
import { records } from './en/records';
import { terms } from './en/terms';

export const english = { board, dates, frame, records, terms };

export type Messages = typeof english;
export type Area = keyof Messages;
