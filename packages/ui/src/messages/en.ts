import { alerts } from './en/alerts';
import { answer } from './en/answer';
import { board } from './en/board';
import { body } from './en/body';
import { card } from './en/card';
import { changes } from './en/changes';
import { dates } from './en/dates';
import { downloads } from './en/downloads';
import { evidence } from './en/evidence';
import { frame } from './en/frame';
import { lists } from './en/lists';
import { pages } from './en/pages';
import { preview } from './en/preview';
import { records } from './en/records';
import { regions } from './en/regions';
import { search } from './en/search';
import { terms } from './en/terms';
import { votes } from './en/votes';

export const english = {
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

export type Messages = typeof english;
export type Area = keyof Messages;
