import {
  calendarTime,
  eventFilter,
  timesInOrder,
  voteFilter,
  type EventFilter,
  type VoteFilter,
} from '@rapporteur/domain/event/filter';
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

/** What an address asks of votes; null where it cannot be asked. A time that cannot be read is told, and narrows nothing. */
export function readVotes(field: Field): AskedVotes | null {
  const { misread, ...shared } = readShared(field);
  const filter = voteFilter.safeParse({ ...shared, choices: listOf(field, 'choice') });
  return filter.success ? { filter: filter.data, with: nameIn(field('with')), misread } : null;
}

/** What an address asks of events; null where it cannot be asked. A time that cannot be read is told, and narrows nothing. */
export function readEvents(field: Field): AskedEvents | null {
  const { misread, ...shared } = readShared(field);
  const filter = eventFilter.safeParse({ ...shared, types: listOf(field, 'type') });
  return filter.success ? { filter: filter.data, who: nameIn(field('who')), misread } : null;
}

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
