import { board } from './de/board';
import { dates } from './de/dates';
import { frame } from './de/frame';
import { records } from './de/records';
import { terms } from './de/terms';

export const german = { board, dates, frame, records, terms };
