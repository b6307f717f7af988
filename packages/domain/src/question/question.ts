import { z } from 'zod';
import { boardChoice } from '../board/choice';
import { anyIdSchema, idSchema, kindOfId } from '../ids';
import { actorFilter, fitsKind, misfit } from '../region/actor-filter';
import { regionSchema } from '../region/m49';
import { regionFits, regionMisfit } from '../region/regions';
import { kindOfSegment, kinds, segmentOf } from '../kinds';
import { fieldsOf, searchAsWritten } from '../search/address';
import { longestQuestion, searchFilter } from '../search/views';
import { unstorable } from '../storable';

/** The lists that stand below the page of a record. */
export const relatedLists = ['statements', 'positions', 'mentions'] as const;

/** A search as it is asked, without the page of it that is read. */
export const searchQuestion = z.strictObject({
  of: z.literal('search'),
  question: z
    .string()
    .max(longestQuestion)
    .refine((text) => unstorable(text) === null, 'holds a character that cannot be looked for'),
  filter: searchFilter,
  sort: z.enum(['relevance', 'date']),
});

/**
 * A board as it is drawn: the positions on an issue or of an actor, perhaps of the members of an organisation or of the actors
 * of a region alone.
 */
const boardQuestion = z
  .strictObject({
    of: z.literal('board'),
    id: z.union([idSchema('issue'), idSchema('actor')]),
    member: idSchema('actor').nullable(),
    region: regionSchema.nullable().default(null),
    choice: boardChoice,
    show: z.enum(['board', 'table']),
  })
  .refine(({ id, region }) => regionFits({ kind: kindOfId(id) ?? '', region }), regionMisfit);

/**
 * A question that the record can be asked again and again: a list of one kind, a list that belongs to a record, a board, or a
 * search.
 * Records are named by id, which outlives their addresses.
 */
export const question = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('list'), kind: z.enum(kinds), ...actorFilter }).refine(fitsKind, misfit),
  z.strictObject({ of: z.literal('related'), id: anyIdSchema, list: z.enum(relatedLists) }),
  boardQuestion,
  searchQuestion,
]);
export type Question = z.infer<typeof question>;

/**
 * The one way in which a question is written: its parts by lines. The same question is always the same text, whatever the
 * address looked like in which somebody asked it.
 */
export function writeQuestion(asked: Question): string {
  switch (asked.of) {
    case 'list':
      return [segmentOf(asked.kind), ...told({ type: asked.type, region: asked.region })].join('\n');
    case 'related':
      return `${asked.id}\n${asked.list}`;
    case 'board':
      return [asked.id, 'board', ...boardFields(asked)].join('\n');
    case 'search': {
      const words = asked.question.replaceAll(/\s+/g, ' ').trim();
      return ['search', ...fieldsOf({ ...asked, question: words }).map(([name, value]) => `${name}=${value}`)].join(
        '\n',
      );
    }
  }
}

/** The question of a text; null for a text that {@link writeQuestion} does not write. */
export function readQuestion(text: string): Question | null {
  const [first = '', ...rest] = text.split('\n');
  const read = first === 'search' ? readFields(rest) : readList(first, rest);
  const checked = question.safeParse(read);
  return checked.success && writeQuestion(checked.data) === text ? checked.data : null;
}

function readList(first: string, [list, ...more]: readonly string[]): unknown {
  if (list === 'board') return readBoard(first, more);
  if (list === undefined || list.includes('=')) {
    const fields = namedFields(list === undefined ? [] : [list, ...more]);
    return { of: 'list', kind: kindOfSegment(first), type: fields.get('type'), region: fields.get('region') };
  }
  return more.length > 0 ? null : { of: 'related', id: first, list };
}

/** Fields, each on a line; what is not asked for is left out. */
const told = (fields: Readonly<Record<string, string | null>>): string[] =>
  Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]));

/** What a board is asked for, each on a line; what is usual is left out. */
function boardFields({ member, region, choice, show }: z.infer<typeof boardQuestion>): string[] {
  const { on, from, to, stances, sort, rows } = choice;
  return told({
    member,
    region,
    on,
    from,
    to,
    stance: stances.length === 0 ? null : stances.toSorted().join(','),
    sort: sort === 'latest' ? null : sort,
    rows,
    show: show === 'board' ? null : show,
  });
}

function readBoard(id: string, lines: readonly string[]): unknown {
  const fields = namedFields(lines);
  const one = (name: string) => fields.get(name) ?? null;
  const stances = one('stance')?.split(',') ?? [];
  const choice = {
    on: one('on'),
    from: one('from'),
    to: one('to'),
    stances,
    sort: one('sort') ?? 'latest',
    rows: one('rows'),
  };
  return { of: 'board', id, member: one('member'), region: one('region'), choice, show: one('show') ?? 'board' };
}

const namedFields = (lines: readonly string[]): Map<string, string> =>
  new Map(lines.map((line) => [line.replace(/=.*$/s, ''), line.replace(/^[^=]*=?/, '')]));

function readFields(lines: readonly string[]): unknown {
  const fields = namedFields(lines);
  // As it was frozen: the answer is told of by these very words.
  const asked = searchAsWritten((name) => fields.get(name) ?? null);
  return asked && { of: 'search', ...asked };
}
