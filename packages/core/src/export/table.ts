/** A column of an exported table: the SQL that it is read by, and what it holds. */
export interface Column {
  sql: string;
  /** As the Table Schema of Data Package 2.0 names it. */
  type: 'string' | 'integer' | 'date' | 'datetime';
  description: string;
  required: boolean;
  /** The table whose `id` it names. */
  of?: string;
}

/** A table of the export: one row for each record of a kind, or for each part of one. */
export interface Table {
  name: string;
  title: string;
  description: string;
  columns: Readonly<Record<string, Column>>;
  /** The columns that name a row. */
  key: readonly string[];
  /** What the columns are read from, and in which order. */
  from: string;
  order: string;
}

type Options = Partial<Pick<Column, 'required' | 'of'>>;

const column =
  (type: Column['type']) =>
  (sql: string, description: string, { required = false, of }: Options = {}): Column => ({
    sql,
    type,
    description,
    required,
    ...(of === undefined ? {} : { of }),
  });

export const text = column('string');
export const whole = column('integer');
export const day = column('date');
/** SQL gives a `timestamptz`; the export holds it in UTC, as RFC 3339 writes it. */
export const instant = column('datetime');

/** What a row of a part says of itself: whose it is, and where it stands there, from 0, as JSON pointers count. */
export const partOf = (owner: string, table: string, place = `split_part(t."id", '/', 3)::int`) => ({
  [`${owner}_id`]: text('t."recordId"', `The ${owner} it is a part of.`, { required: true, of: table }),
  place: whole(place, 'Where it stands in its list, from 0, as the JSON pointers of citations count.', {
    required: true,
  }),
});

/** A date as the record writes it (EDTF, ISO 8601-2) and the first and last day that it may mean. */
export const dated = (name: string, what: string) => ({
  [name]: text(`t."${name}"`, `${what}, in EDTF (ISO 8601-2, level 1): uncertain and open dates are normal.`),
  from: day('t."from"', `The first day that "${name}" may mean; empty where it is open.`),
  to: day('t."to"', `The last day that "${name}" may mean; empty where it is open.`),
});

/** A table with a row for each record of a kind that is public now. */
export function tableOfKind(
  name: string,
  table: string,
  description: string,
  columns: Readonly<Record<string, Column>>,
): Table {
  return {
    name,
    title: name,
    description,
    columns: {
      id: text('t."id"', 'The permanent id of the record.', { required: true }),
      slug: text('e."slug"', 'The last part of its address on the site.', { required: true }),
      title: text('e."title"', 'What lists call it.', { required: true }),
      revision: whole('e."revisionNumber"', 'The number of the version that is public.', { required: true }),
      published: instant('e."publishedAt"', 'When this version became public.', { required: true }),
      ...columns,
    },
    key: ['id'],
    from: `"${table}" t JOIN "Entry" e ON e."id" = t."id"
      JOIN "PublishedRevision" v ON v."recordId" = e."id" AND v."revisionNumber" = e."revisionNumber"`,
    order: 't."id" COLLATE "C"',
  };
}

/** A table with a row for each part of a record, in the order of its list. */
export function tableOfParts(
  name: string,
  from: string,
  description: string,
  columns: Readonly<Record<string, Column>>,
): Table {
  const [owner = '', place = ''] = Object.keys(columns);
  return {
    name,
    title: name.replaceAll('-', ' '),
    description,
    columns,
    key: [owner, place],
    from: from.includes(' ') ? from : `"${from}" t`,
    order: `t."recordId" COLLATE "C", ${columns[place]?.sql ?? ''}`,
  };
}
