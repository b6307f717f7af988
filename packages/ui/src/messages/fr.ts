import { alerts } from './fr/alerts';
import { answer } from './fr/answer';
import { board } from './fr/board';
import { body } from './fr/body';
import { card } from './fr/card';
import { changes } from './fr/changes';
import { dates } from './fr/dates';
import { downloads } from './fr/downloads';
import { evidence } from './fr/evidence';
import { frame } from './fr/frame';
import { lists } from './fr/lists';
import { pages } from './fr/pages';
import { preview } from './fr/preview';
import { records } from './fr/records';
import { regions } from './fr/regions';
import { search } from './fr/search';
import { terms } from './fr/terms';
import { votes } from './fr/votes';

export const french = {
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
