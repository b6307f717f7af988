import type { Connection } from '@rapporteur/db/connection';
import { withConnection } from '@rapporteur/db/migrate';
import type { ContentOf } from '@rapporteur/domain/content/content';
import { say } from './progress';
import { idOf, made, rowsOf, writeRows, type Made } from './published-rows';
import type { Family, UnVotes } from './un-votes';

/** What a board and the pages around it read. */
const tables = [
  'Actor',
  'ActorName',
  'ActorIdentifier',
  'Membership',
  'Issue',
  'Position',
  'Turn',
  'Reference',
] as const;

/** How many records are written at once. */
const batch = 1000;

/** The organisation that the states are members of, from their first vote to their last. */
const assembly = 0;
export const assemblySlug = 'general-assembly';

/** No record takes more turns of one position. */
const mostTurns = 200;

type Turn = ContentOf<'position'>['turns'][number];
const stanceOf: Record<string, Turn['stance']> = { yes: 'supports', no: 'opposes', abstain: 'abstains' };
/** From going along to going against. */
const rank: Partial<Record<string, number>> = { supports: 0, abstains: 1, opposes: 2 };

/** Where the boards of a record made of votes are, the ones with the most votes first. */
export interface Boards {
  issues: string[];
  actors: string[];
  positions: number;
  turns: number;
}

/** Writes a position for each state on each family of resolutions, a turn for each of its votes, as one publication. */
export async function writeBoards(connection: Connection, votes: UnVotes): Promise<Boards> {
  const boards: Boards = { issues: [], actors: [], positions: 0, turns: 0 };
  await withConnection(connection, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT history.begin_publication()');
    let set: Made[] = [];
    const names = new Map<string, string>();
    const write = async () => {
      await writeRows(
        client,
        rowsOf(set, tables, (id) => names.get(id) ?? ''),
      );
      set = [];
    };
    for (const record of named(votes, names)) set.push(record);
    await write();
    for (const position of positionsOf(votes)) {
      set.push(position.record);
      boards.positions += 1;
      boards.turns += position.turns;
      if (boards.positions % 5000 === 0) say(`Writing position ${boards.positions.toLocaleString('en')}`);
      if (set.length >= batch) await write();
    }
    await write();
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  });
  const most = <T>(items: readonly T[], size: (item: T, index: number) => number) =>
    items.map((item, index) => ({ index, size: size(item, index) })).toSorted((a, b) => b.size - a.size);
  const cast = new Map<number, number>();
  for (const { state } of votes.votes) cast.set(state, (cast.get(state) ?? 0) + 1);
  boards.issues = most(votes.families, ({ days }) => days.size).map(({ index }) => `/issues/family-${index}/board`);
  boards.actors = most(votes.states, (_, index) => cast.get(index) ?? 0).map(
    ({ index }) => `/actors/state-${index}/board`,
  );
  return boards;
}

/** The assembly, its states with the time of their membership, and the families. */
function* named({ states, families }: UnVotes, names: Map<string, string>): Generator<Made> {
  const last = states.reduce((latest, state) => (state.last > latest ? state.last : latest), '');
  const actor = (
    name: string,
    type: 'state' | 'organisation',
    code: string,
    period: string | null,
  ): ContentOf<'actor'> => ({
    type,
    names: [{ text: name, language: 'en', use: 'preferred' }],
    description: null,
    identifiers: code === '' ? [] : [{ scheme: 'iso3166-1-alpha-2', value: code }],
    memberships: period === null ? [] : [{ organisation: idOf('actor', assembly), role: null, period }],
    offices: [],
  });
  names.set(idOf('actor', assembly), 'General Assembly');
  yield made('actor', assembly, assemblySlug, actor('General Assembly', 'organisation', '', null));
  for (const [index, { name, code, first, last: end }] of states.entries()) {
    names.set(idOf('actor', index + 1), name);
    // Who voted in the last session is a member still.
    const period = `${first}/${end.slice(0, 4) === last.slice(0, 4) ? '..' : end}`;
    yield made('actor', index + 1, `state-${index}`, actor(name, 'state', code, period));
  }
  for (const [index, { title }] of families.entries()) {
    names.set(idOf('issue', index), title);
    const question = `How did states vote on resolutions called “${title}”?`;
    yield made('issue', index, `family-${index}`, { question, shortTitle: title, description: null, programmes: [] });
  }
}

function* positionsOf({ families, votes }: UnVotes): Generator<{ record: Made; turns: number }> {
  const familyOf = new Map(families.flatMap(({ days }, index) => [...days.keys()].map((roll) => [roll, index])));
  const cast = new Map<string, { family: number; state: number; votes: [day: string, roll: string, vote: string][] }>();
  for (const { roll, state, vote } of votes) {
    const family = familyOf.get(roll);
    const day = families[family ?? -1]?.days.get(roll);
    if (family === undefined || day === undefined) continue;
    const key = `${family} ${state}`;
    const held = cast.get(key) ?? { family, state, votes: [] };
    held.votes.push([day, roll, vote]);
    cast.set(key, held);
  }
  let n = 0;
  for (const { family, state, votes: theirs } of cast.values()) {
    const turns = turnsOf(theirs, families[family]);
    const content = { actor: idOf('actor', state + 1), issue: idOf('issue', family), turns };
    yield { record: made('position', n, `state-${state}-on-family-${family}`, content), turns: turns.length };
    n += 1;
  }
}

function turnsOf(votes: readonly [day: string, roll: string, vote: string][], family: Family | undefined): Turn[] {
  let before: Turn['stance'] = null;
  return votes
    .toSorted(([a, one], [b, two]) => (a === b ? Number(one) - Number(two) : a < b ? -1 : 1))
    .slice(-mostTurns)
    .map(([date, , vote], index) => {
      const stance = stanceOf[vote] ?? 'abstains';
      const turn = index === 0 ? 'new' : moved(before, stance);
      before = stance;
      return { turn, stance, date, summary: `A vote on “${family?.title ?? ''}”.`, statements: [], votes: [] };
    });
}

function moved(before: Turn['stance'], now: Turn['stance']): Turn['turn'] {
  const way = (rank[now ?? ''] ?? 0) - (rank[before ?? ''] ?? 0);
  if (way === 0) return 'restated';
  if (Math.abs(way) === 2) return 'reversed';
  return way > 0 ? 'hardened' : 'softened';
}
