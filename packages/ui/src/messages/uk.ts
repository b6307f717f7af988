import { alerts } from './uk/alerts';
import { answer } from './uk/answer';
import { board } from './uk/board';
import { body } from './uk/body';
import { card } from './uk/card';
import { changes } from './uk/changes';
import { dates } from './uk/dates';
import { downloads } from './uk/downloads';
import { evidence } from './uk/evidence';
import { frame } from './uk/frame';
import { lists } from './uk/lists';
import { pages } from './uk/pages';
import { preview } from './uk/preview';
import { records } from './uk/records';
import { regions } from './uk/regions';
import { search } from './uk/search';
import { terms } from './uk/terms';
import { votes } from './uk/votes';

export const ukrainian = {
  alerts,
  answer,
  board,
  body,
  card,
  changes,
  dates,
  downloads,
  evidence,
  frame,
  lists,
  pages,
  preview,
  records,
  regions,
  search,
  terms,
  votes,
};
