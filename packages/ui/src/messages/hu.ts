import { board } from './hu/board';
import { dates } from './hu/dates';
import { frame } from './hu/frame';
import { records } from './hu/records';
import { terms } from './hu/terms';

export const hungarian = { board, dates, frame, records, terms };
