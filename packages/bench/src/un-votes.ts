import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** Roll calls on one thing over the years: those on whole resolutions whose short titles say the same. */
export interface Family {
  title: string;
  /** The day of each roll call, by its number. */
  days: Map<string, string>;
}

export interface UnVotes {
  families: Family[];
  /** Each state that ever voted, in the order of its first vote: its name, its code if any, and the days of its first and last vote of all. */
  states: { name: string; code: string; first: string; last: string }[];
  /** The votes in these families: roll call, place of the state, and yes, no or abstain. Absence has none. */
  votes: { roll: string; state: number; vote: string }[];
}

const rowsOf = (folder: string, name: string): Record<string, string>[] =>
  parse(gunzipSync(readFileSync(path.join(folder, name))), { columns: true, skipEmptyLines: true });

/** Reads the votes of the General Assembly from a folder with `un_roll_calls.csv.gz` and `un_votes.csv.gz`. */
export function readUnVotes(folder: string, fewest: number): UnVotes {
  const all = new Map<string, Family>();
  const dayOf = new Map<string, string>();
  for (const { rcid = '', date = '', amend, para, short = '' } of rowsOf(folder, 'un_roll_calls.csv.gz')) {
    dayOf.set(rcid, date);
    const key = short
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, ' ')
      .trim();
    if (key === '' || amend === '1' || para === '1') continue;
    const family = all.get(key) ?? { title: key, days: new Map() };
    family.days.set(rcid, date);
    all.set(key, family);
  }
  const families = [...all.values()].filter(({ days }) => days.size >= fewest);
  const wanted = new Set(families.flatMap(({ days }) => [...days.keys()]));
  const places = new Map<string, number>();
  const states: UnVotes['states'] = [];
  const votes: UnVotes['votes'] = [];
  for (const { rcid = '', country = '', country_code: code = '', vote = '' } of rowsOf(folder, 'un_votes.csv.gz')) {
    const day = dayOf.get(rcid);
    if (day === undefined) continue;
    let state = places.get(country);
    if (state === undefined) {
      places.set(country, (state = states.length));
      states.push({ name: country, code, first: day, last: day });
    }
    const known = states[state];
    if (known !== undefined) {
      if (day < known.first) known.first = day;
      if (day > known.last) known.last = day;
    }
    if (wanted.has(rcid)) votes.push({ roll: rcid, state, vote });
  }
  return { families, states, votes };
}
