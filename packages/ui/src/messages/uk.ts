import { board } from './uk/board';
import { dates } from './uk/dates';
import { frame } from './uk/frame';
import { records } from './uk/records';
import { terms } from './uk/terms';

export const ukrainian = { board, dates, frame, records, terms };
