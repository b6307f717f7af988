/** Every kind of record, in the order in which the site lists them. */
export const kinds = [
  'source',
  'actor',
  'event',
  'programme',
  'issue',
  'statement',
  'position',
  'commitment',
  'article',
] as const;
export type Kind = (typeof kinds)[number];

interface KindNames {
  /** What ids of this kind start with, before the underscore. */
  prefix: string;
  /** What addresses of this kind start with. */
  segment: string;
  singular: string;
  plural: string;
}

/** What a kind is called: in ids, in addresses, and to readers. Prefixes and segments never change. */
export const kindNames = {
  source: { prefix: 'src', segment: 'sources', singular: 'Source', plural: 'Sources' },
  actor: { prefix: 'act', segment: 'actors', singular: 'Actor', plural: 'Actors' },
  event: { prefix: 'evt', segment: 'events', singular: 'Event', plural: 'Events' },
  programme: { prefix: 'prg', segment: 'programmes', singular: 'Programme', plural: 'Programmes' },
  issue: { prefix: 'iss', segment: 'issues', singular: 'Issue', plural: 'Issues' },
  statement: { prefix: 'stm', segment: 'statements', singular: 'Statement', plural: 'Statements' },
  position: { prefix: 'pos', segment: 'positions', singular: 'Position', plural: 'Positions' },
  commitment: { prefix: 'com', segment: 'commitments', singular: 'Commitment', plural: 'Commitments' },
  article: { prefix: 'art', segment: 'articles', singular: 'Article', plural: 'Articles' },
} as const satisfies Record<Kind, KindNames>;

export type Segment = (typeof kindNames)[Kind]['segment'];
export type Prefix = (typeof kindNames)[Kind]['prefix'];

const bySegment = new Map<string, Kind>(kinds.map((kind) => [kindNames[kind].segment, kind]));
const byPrefix = new Map<string, Kind>(kinds.map((kind) => [kindNames[kind].prefix, kind]));

/** The first segment of the addresses of a kind: `actor` → `actors`. */
export function segmentOf(kind: Kind): Segment {
  return kindNames[kind].segment;
}

/** The kind an address segment belongs to, or null. */
export function kindOfSegment(segment: string): Kind | null {
  return bySegment.get(segment) ?? null;
}

/** What ids of a kind start with, before the underscore: `actor` → `act`. */
export function prefixOf(kind: Kind): Prefix {
  return kindNames[kind].prefix;
}

/** The kind an id prefix belongs to, or null. */
export function kindOfPrefix(prefix: string): Kind | null {
  return byPrefix.get(prefix) ?? null;
}

/** Whether what is new about a record of a kind can be followed: what others are about. */
export const hasFeed = (kind: Kind): boolean => kind === 'actor' || kind === 'issue' || kind === 'programme';
