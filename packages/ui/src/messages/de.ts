import { alerts } from './de/alerts';
import { answer } from './de/answer';
import { board } from './de/board';
import { body } from './de/body';
import { changes } from './de/changes';
import { dates } from './de/dates';
import { downloads } from './de/downloads';
import { evidence } from './de/evidence';
import { frame } from './de/frame';
import { lists } from './de/lists';
import { pages } from './de/pages';
import { records } from './de/records';
import { search } from './de/search';
import { terms } from './de/terms';

export const german = {
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
