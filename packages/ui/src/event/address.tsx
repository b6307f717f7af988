import {
  calendarTime,
  eventFilter,
  timesInOrder,
  voteFilter,
  type EventFilter,
  type VoteFilter,
} from '@rapporteur/domain/event/filter';
import { fitting, type Misfit } from '@rapporteur/domain/fitting';
import { withinBounds } from '@rapporteur/domain/search/address';
import type { RecordLink } from '@rapporteur/domain/views';
import { hrefOf } from '../record-link';

type Field = (name: string) => string | null;
type Fields = [name: string, value: string][];

/** What was written in a field of time and is none, as it was written. */
export type Misread = Readonly<Partial<Record<'from' | 'to', string>>>;

/** What a reader asks of the votes of an actor: what they are narrowed to, and with whose they are compared, by slug or name. */
export interface AskedVotes {
  filter: VoteFilter;
  with: string | null;
  misread: Misread;
}

/** What a reader asks of the list of events. `who` took part or voted, by slug or name: what `actor` of the filter is made of. */
export interface AskedEvents {
  filter: EventFilter;
  who: string | null;
  misread: Misread;
}

const one = (name: string, value: string | null): Fields => (value === null || value === '' ? [] : [[name, value]]);
const several = (name: string, values: readonly string[]): Fields => one(name, values.toSorted().join(','));

function address(path: string, fields: Fields, after: string | null): string {
  const query = [...fields, ...one('after', after)].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

export const votesPath = (record: Pick<RecordLink, 'kind' | 'slug'>): string => `${hrefOf(record)}/votes`;

/** The address of the votes of an actor as they are asked for, or of a later page of them. */
export const votesAddress = (
  record: Pick<RecordLink, 'kind' | 'slug'>,
  { filter: { choices, words, from, to, issue }, with: other }: Pick<AskedVotes, 'filter' | 'with'>,
  after: string | null = null,
): string =>
  address(
    votesPath(record),
    [
      ...one('q', words),
      ...several('choice', choices),
      ...one('from', from),
      ...one('to', to),
      ...one('issue', issue),
      ...one('with', other),
    ],
    after,
  );

/** The address of the list of events as it is asked for, or of a later page of it. */
export const eventsAddress = (
  { filter: { types, words, from, to, issue }, who }: Pick<AskedEvents, 'filter' | 'who'>,
  after: string | null = null,
): string =>
  address(
    '/events',
    [
      ...one('q', words),
      ...several('type', types),
      ...one('who', who),
      ...one('from', from),
      ...one('to', to),
      ...one('issue', issue),
    ],
    after,
  );

/** What an address asks of votes. What cannot be asked is told, and narrows nothing. */
export function readVotes(field: Field): AskedVotes & { misfits: Misfit[] } {
  const { misread, ...shared } = readShared(field);
  const given = { ...shared, choices: listOf(field, 'choice') };
  const { asked: filter, misfits } = fitting(voteFilter, given, voteFilter.parse({}));
  return { filter, with: nameIn(field('with')), misread, misfits: [...misfits.map(inAddress), ...timesAmong(misread)] };
}

/** What an address asks of events. What cannot be asked is told, and narrows nothing. */
export function readEvents(field: Field): AskedEvents & { misfits: Misfit[] } {
  const { misread, ...shared } = readShared(field);
  const given = { ...shared, types: listOf(field, 'type') };
  const { asked: filter, misfits } = fitting(eventFilter, given, eventFilter.parse({}));
  return { filter, who: nameIn(field('who')), misread, misfits: [...misfits.map(inAddress), ...timesAmong(misread)] };
}

/** A misfit by the name under which pages tell it: a type of event is no type of actor, and these issues are named by address. */
const inAddress = ({ name, value }: Misfit): Misfit => ({ name: told[name] ?? name, value });
const told: Record<string, string> = { choices: 'choice', types: 'event', issue: 'question' };

const timesAmong = (misread: Misread): Misfit[] => Object.values(misread).map((value) => ({ name: 'time', value }));

const listOf = (field: Field, name: string): string[] => (field(name) ?? '').split(',').filter((value) => value !== '');

const nameIn = (written: string | null): string | null => withinBounds(written?.trim() ?? '') || null;

function readShared(field: Field) {
  const given = { from: field('from')?.trim() || null, to: field('to')?.trim() || null };
  const isTime = (written: string | null) => written === null || calendarTime.safeParse(written).success;
  const misread: Misread = Object.fromEntries(
    Object.entries(given).flatMap(([name, written]) => (isTime(written) ? [] : [[name, withinBounds(written ?? '')]])),
  );
  const [from, to] = [given.from, given.to].map((written) => (isTime(written) ? written : null));
  const times = timesInOrder({ from: from ?? null, to: to ?? null });
  return { words: withinBounds(field('q') ?? ''), issue: field('issue'), misread, ...times };
}
