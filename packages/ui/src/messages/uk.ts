import { alerts } from './uk/alerts';
import { answer } from './uk/answer';
import { board } from './uk/board';
import { body } from './uk/body';
import { changes } from './uk/changes';
import { dates } from './uk/dates';
import { downloads } from './uk/downloads';
import { evidence } from './uk/evidence';
import { frame } from './uk/frame';
import { lists } from './uk/lists';
import { pages } from './uk/pages';
import { records } from './uk/records';
import { search } from './uk/search';
import { terms } from './uk/terms';

export const ukrainian = {
  alerts,
  answer,
  board,
  body,
  changes,
  dates,
  downloads,
  evidence,
  frame,
  lists,
  pages,
  records,
  search,
  terms,
};
