import { alerts } from './de/alerts';
import { answer } from './de/answer';
import { board } from './de/board';
import { body } from './de/body';
import { card } from './de/card';
import { changes } from './de/changes';
import { dates } from './de/dates';
import { downloads } from './de/downloads';
import { evidence } from './de/evidence';
import { frame } from './de/frame';
import { lists } from './de/lists';
import { pages } from './de/pages';
import { preview } from './de/preview';
import { records } from './de/records';
import { regions } from './de/regions';
import { search } from './de/search';
import { terms } from './de/terms';
import { votes } from './de/votes';

export const german = {
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
