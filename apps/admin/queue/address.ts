import { kinds, type Kind } from '@rapporteur/domain/kinds';
import { states, type State } from '@rapporteur/domain/lifecycle';
import {
  directions,
  dues,
  evidences,
  sorts,
  views,
  type Direction,
  type Due,
  type Evidence,
  type Sort,
  type View,
} from '@rapporteur/domain/queue-lists';

/** What the queue shows: all of it is in its address, so that a list can be linked to, kept and gone back to. */
export interface QueueAddress {
  view: View;
  kinds: Kind[];
  states: State[];
  /** A person's id, `me` or `nobody`. */
  with: string | null;
  author: string | null;
  due: Due | null;
  evidence: Evidence | null;
  text: string | null;
  sort: Sort;
  direction: Direction;
  /** Whether the work in hand is shown part by part, instead of as one list. */
  grouped: boolean;
  after: string | null;
}

/** The lists that are work in hand, and so come in parts unless somebody asks for one list. */
const groupable: readonly View[] = ['work', 'mine'];

/** The way an order runs unless it is turned: the newest first, or what lacks most; all else from its beginning. */
const naturalDirection: Record<Sort, Direction> = {
  changed: 'desc',
  title: 'asc',
  kind: 'asc',
  state: 'asc',
  evidence: 'desc',
  with: 'asc',
  due: 'asc',
};

export type Query = Record<string, string | string[] | undefined>;

/** Reads an address. What it says that the queue does not know is left out. */
export function readAddress(query: Query): QueueAddress {
  const one = (name: string) => [query[name]].flat()[0] || null;
  const many = (name: string) => [query[name]].flat().filter((value) => value !== undefined);
  const view = known(views, one('view')) ?? 'work';
  const sort = known(sorts, one('sort')) ?? 'changed';
  return {
    view,
    kinds: kinds.filter((kind) => many('kind').includes(kind)),
    states: states.filter((state) => many('state').includes(state)),
    with: person(one('with')),
    author: person(one('author')),
    due: known(dues, one('due')),
    evidence: known(evidences, one('evidence')),
    text: one('text')?.trim().slice(0, 200) || null,
    sort,
    direction: known(directions, one('dir')) ?? naturalDirection[sort],
    grouped: groupable.includes(view) && one('group') !== 'none',
    after: one('after'),
  };
}

const known = <T extends string>(all: readonly T[], given: string | null): T | null =>
  all.find((value) => value === given) ?? null;
const person = (given: string | null) => (given !== null && /^[\w-]{1,100}$/.test(given) ? given : null);

/** The query of an address, without what goes without saying. */
export function writeQuery(address: QueueAddress): string {
  const query = new URLSearchParams();
  const say = (name: string, value: string | null) => value !== null && query.append(name, value);
  if (address.view !== 'work') say('view', address.view);
  for (const kind of address.kinds) say('kind', kind);
  for (const state of address.states) say('state', state);
  say('with', address.with);
  say('author', address.author);
  say('due', address.due);
  say('evidence', address.evidence);
  say('text', address.text);
  if (address.sort !== 'changed') say('sort', address.sort);
  if (address.direction !== naturalDirection[address.sort]) say('dir', address.direction);
  if (groupable.includes(address.view) && !address.grouped) say('group', 'none');
  say('after', address.after);
  return query.toString();
}

/** The address of the queue with some of it changed. A list that is changed begins at its first page. */
export function hrefOf(address: QueueAddress, change: Partial<QueueAddress> = {}): string {
  const query = writeQuery({ ...address, after: null, ...change });
  return query === '' ? '/' : `/?${query}`;
}

/** The address after a click on the head of a column: by that column, or the other way round where it is that already. */
export function sortedBy(address: QueueAddress, sort: Sort): string {
  const turned = address.direction === 'asc' ? 'desc' : 'asc';
  return hrefOf(address, { sort, direction: address.sort === sort ? turned : naturalDirection[sort] });
}

/** Whether a list is narrowed by more than the choice of the list itself. */
export const isFiltered = ({ kinds, states, with: person, author, due, evidence, text }: QueueAddress): boolean =>
  kinds.length + states.length > 0 || [person, author, due, evidence, text].some((value) => value !== null);

/** What the desk's procedures take for this address. */
export function filterOf({ view, kinds, states, with: person, author, due, evidence, text }: QueueAddress) {
  return {
    view,
    ...(kinds.length > 0 && { kinds }),
    ...(states.length > 0 && { states }),
    ...(person !== null && { with: person }),
    ...(author !== null && { author }),
    ...(due !== null && { due }),
    ...(evidence !== null && { evidence }),
    ...(text !== null && { text }),
  };
}
