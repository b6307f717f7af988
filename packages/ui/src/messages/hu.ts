import { alerts } from './hu/alerts';
import { answer } from './hu/answer';
import { board } from './hu/board';
import { body } from './hu/body';
import { card } from './hu/card';
import { changes } from './hu/changes';
import { dates } from './hu/dates';
import { downloads } from './hu/downloads';
import { evidence } from './hu/evidence';
import { frame } from './hu/frame';
import { lists } from './hu/lists';
import { pages } from './hu/pages';
import { preview } from './hu/preview';
import { records } from './hu/records';
import { regions } from './hu/regions';
import { search } from './hu/search';
import { terms } from './hu/terms';
import { votes } from './hu/votes';

export const hungarian = {
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
