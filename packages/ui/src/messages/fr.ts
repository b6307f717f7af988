import { board } from './fr/board';
import { dates } from './fr/dates';
import { frame } from './fr/frame';
import { records } from './fr/records';
import { terms } from './fr/terms';

export const french = { board, dates, frame, records, terms };
