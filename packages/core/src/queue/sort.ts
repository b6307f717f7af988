import { Prisma } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Direction, Sort } from '@rapporteur/domain/queue-lists';
import { z } from 'zod';

export interface Order {
  sort: Sort;
  direction: Direction;
}

/** The columns of each order, the type of their values, and an index that has them in this order. */
const columns: Record<Order['sort'], readonly (readonly [column: string, type: string])[]> = {
  changed: [['changedAt', 'timestamptz']],
  title: [['title', 'text']],
  kind: [
    ['kind', 'text'],
    ['changedAt', 'timestamptz'],
  ],
  state: [
    ['stateRank', 'int'],
    ['changedAt', 'timestamptz'],
  ],
  evidence: [
    ['fieldsMissing', 'int'],
    ['changedAt', 'timestamptz'],
  ],
  with: [
    ['withName', 'text'],
    ['changedAt', 'timestamptz'],
  ],
  due: [
    ['dueKey', 'date'],
    ['changedAt', 'timestamptz'],
  ],
};

const columnsOf = ({ sort }: Order) => [...columns[sort], ['recordId', 'text'] as const];
const list = (parts: readonly Prisma.Sql[]) => Prisma.join([...parts], ', ');
// Only names from the table above are ever put in raw.
const raw = (text: string) => Prisma.raw(text);

/** `ORDER BY`, without the words. */
export function orderBy(order: Order): Prisma.Sql {
  const direction = raw(order.direction === 'asc' ? 'ASC' : 'DESC');
  return list(columnsOf(order).map(([column]) => Prisma.sql`${raw(`e."${column}"`)} ${direction}`));
}

/** The place of a row in an order, as an array of texts: what a cursor is made of. */
export const placeColumn = (order: Order): Prisma.Sql =>
  Prisma.sql`ARRAY[${list(columnsOf(order).map(([column]) => raw(`e."${column}"::text`)))}]`;

/** That a row stands after a place. */
export function afterPlace(order: Order, place: readonly string[]): Prisma.Sql {
  const fields = columnsOf(order);
  const left = list(fields.map(([column]) => raw(`e."${column}"`)));
  const right = list(fields.map(([, type], index) => Prisma.sql`${place[index] ?? ''}::text::${raw(type)}`));
  return Prisma.sql`(${left}) ${raw(order.direction === 'asc' ? '>' : '<')} (${right})`;
}

/** Whether a day, and the instant of a cursor, are ones of the calendar: PostgreSQL is asked for no others. */
const isDay = (day: string) => day === 'infinity' || readsBack(day, `${day}T00:00:00Z`);
const isInstant = (text: string) =>
  readsBack(text.slice(0, 19).replace(' ', 'T'), `${text.slice(0, 19).replace(' ', 'T')}Z`);
const readsBack = (text: string, iso: string) => {
  const date = new Date(iso);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
const values: Record<string, z.ZodType<string>> = {
  timestamptz: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/)
    .refine(isInstant),
  date: z
    .string()
    .regex(/^(infinity|\d{4}-\d\d-\d\d)$/)
    .refine(isDay),
  int: z.string().regex(/^-?\d{1,9}$/),
  text: z
    .string()
    .max(2000)
    .regex(/^[^\0]*$/),
};

/** The cursor after a row of a list. It holds for lists of the same order only, and says nothing that the list did not. */
export function writeCursor({ sort, direction }: Order, place: readonly string[]): string {
  return Buffer.from(JSON.stringify([sort, direction, ...place]), 'utf8').toString('base64url');
}

/** The place that a cursor of this order names. Throws `invalid_input` for anything that `writeCursor` did not write. */
export function readCursor(order: Order, cursor: string): string[] {
  const schema = z.tuple([
    z.literal(order.sort),
    z.literal(order.direction),
    ...columnsOf(order).map(([, type]) => values[type] ?? z.never()),
  ] as [z.ZodType, ...z.ZodType[]]);
  const parsed = schema.safeParse(decode(cursor));
  if (parsed.success) return parsed.data.slice(2) as string[];
  throw new RapporteurError('invalid_input', 'This is not the cursor of a page of this list.', [
    { path: '/after', message: 'is not a cursor of this order' },
  ]);
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
