import type { BoardChoice } from '@rapporteur/domain/board/choice';
import type { Region } from '@rapporteur/domain/region/m49';
import type { RecordLink } from '@rapporteur/domain/views';
import { hrefOf } from '../record-link';

/** What a reader asks of a board: whose members, of which region, and how it is drawn. */
export interface AskedBoard {
  /** The slug of an organisation, or null for everybody. */
  member: string | null;
  /** A region of UN M49, or null for the whole world. */
  region: Region | null;
  choice: BoardChoice;
  /** As strips, or in words alone. */
  show: 'board' | 'table';
}

/** The fields of the form, in the order in which an address holds them. */
function fieldsOf({ member, region, choice, show }: AskedBoard): [name: string, value: string][] {
  const { on, from, to, stances, sort, rows } = choice;
  const one = (name: string, value: string | null): [string, string][] => (value === null ? [] : [[name, value]]);
  return [
    ...one('member', member),
    ...one('region', region),
    ...one('on', on),
    ...one('from', from),
    ...one('to', to),
    ...one('stance', stances.length === 0 ? null : stances.toSorted().join(',')),
    ...one('sort', sort === 'latest' ? null : sort),
    ...one('rows', rows),
    ...one('show', show === 'board' ? null : show),
  ];
}

export const boardPath = (record: Pick<RecordLink, 'kind' | 'slug'>): string => `${hrefOf(record)}/board`;

/** The address of a board as it is asked for, or of a later page of it. */
export function boardAddress(record: Pick<RecordLink, 'kind' | 'slug'>, asked: AskedBoard, page = 1): string {
  const fields = page === 1 ? fieldsOf(asked) : [...fieldsOf(asked), ['page', String(page)] as const];
  const query = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return boardPath(record) + (query === '' ? '' : `?${query}`);
}
