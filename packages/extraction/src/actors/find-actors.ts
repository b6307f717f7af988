import type { ExtractionOptions, Span, SuggestedPlace } from '../extraction';
import type { Entry, Naming } from '../gazetteer/entries';
import { fold } from '../gazetteer/fold';
import { entryByKey } from '../gazetteer/gazetteer';
import { officeHolders, officesAfter, officesOn } from '../gazetteer/offices';
import { findPlaces } from '../places/find-places';
import type { Reading } from '../text/reading';
import type { Actor, Form, Mention } from './actor';
import { findDescriptions } from './descriptions';
import { findOrganisationNames } from './find-organisations';
import type { Found } from './organisation-names';
import { findPeople } from './people';
import type { Person } from './person';
import { findUnlistedStates, type UnlistedState } from './unlisted-states';
import { recordedActors } from './recorded-actors';
import { setScene, type Scene } from './scene';
import { standsForGovernment } from './seats';

/** Who, what and where. Offsets are UTF-16 units. */
export interface Actors {
  actors: Actor[];
  /** In the order of the text. Where two overlap, one lies in the other, which comes first: a state in the name of its body. */
  mentions: Mention[];
  places: SuggestedPlace[];
}

/** An actor that is being put together; places of pieces. */
interface Draft extends Omit<Actor, 'spans' | 'seats'> {
  /** `name` is that of a seat. */
  at: { from: number; to: number; form: Form; name?: string }[];
}

/**
 * Who and what a text names, one actor for each that is one in the world, with every mention: by name, by another name, by
 * the seat of a government, and by descriptions that tell who is meant ("the Hungarian foreign minister").
 */
export function findActors(reading: Reading, options: ExtractionOptions = {}): Actors {
  const recorded = recordedActors(options.actors ?? []);
  const scene = setScene(reading, recorded.phrases);
  const organisations = findOrganisationNames(scene);
  const within = new Set(organisations.flatMap(({ from, to }) => range(from, to)));
  const states = findUnlistedStates(scene);
  for (const { at } of states) for (const { from } of at) within.add(from);
  const people = findPeople(scene, [...recorded.holders, ...officeHolders()], within);
  const drafts = new Map<string, Draft>();
  for (const found of organisations) addOrganisation(scene, drafts, found);
  const named = new Set(people.flatMap(({ runs }) => runs.flatMap(({ from, to }) => range(from, to))));
  for (const state of states) drafts.set(`state ${state.name}`, unlisted(state));
  addKnown(scene, drafts, organisations, named);
  for (const person of people) addPerson(scene, drafts, person, within, options.published ?? null);
  for (const draft of drafts.values()) {
    draft.id ??= recorded.idOf(draft.entry);
    // As the text calls it, where it does.
    const whole = draft.of && drafts.get(`${draft.of.kind} ${draft.of.key}`);
    if (whole) draft.affiliation = whole.name;
  }
  const ordered = [...drafts.values()]
    .filter(({ at }) => at.length > 0)
    .map(inOrder)
    .toSorted((a, b) => first(a) - first(b));
  const actors = ordered.map((draft) => toActor(scene, draft));
  const mentions = ordered.flatMap(({ at }, actor) =>
    at.map(({ from, to, form }) => ({ ...offsets(scene, from, to), actor, form })),
  );
  const all = [...mentions, ...findDescriptions(scene, actors, mentions)];
  const taken = new Set(ordered.flatMap(({ at }) => at.flatMap(({ from, to }) => range(from, to))));
  const places = findPlaces(scene, (piece) => taken.has(piece));
  return { actors, places, mentions: all.toSorted((a, b) => a.start - b.start || b.end - a.end) };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, nth) => from + nth);
const first = ({ at }: Draft): number => at[0]?.from ?? 0;
const inOrder = (draft: Draft): Draft => ({ ...draft, at: draft.at.toSorted((a, b) => a.from - b.from) });

const offsets = ({ pieces }: Scene, from: number, to: number) => ({
  start: pieces[from]?.start ?? 0,
  end: pieces[to - 1]?.end ?? 0,
});

function toActor(scene: Scene, { at, ...draft }: Draft): Actor {
  const spanOf = ({ from, to }: { from: number; to: number }): Span => {
    const { start, end } = offsets(scene, from, to);
    return [start, end];
  };
  const seats = new Map<string, Actor['seats'][number]>();
  for (const mention of at) {
    if (mention.name === undefined) continue;
    const seat = seats.get(fold(mention.name)) ?? { name: mention.name, spans: [] };
    seat.spans.push(spanOf(mention));
    seats.set(fold(mention.name), seat);
  }
  return { ...draft, spans: at.map(spanOf), seats: [...seats.values()] };
}

const empty = {
  role: null,
  affiliation: null,
  id: null,
  identifiers: [],
  gender: null,
  entry: null,
  of: null,
  roles: [],
  coming: [],
  nouns: [],
  medium: false,
};

function nameOf(entry: Entry, scene: Scene): string {
  return entry.names[scene.lexicon.language] ?? entry.names.en;
}

function addOrganisation(scene: Scene, drafts: Map<string, Draft>, found: Found): void {
  const { start, end } = offsets(scene, found.from, found.to);
  const name = scene.reading.text.slice(start, end).replaceAll(/\s+/g, ' ');
  const key = `${found.kind} ${fold(name).replaceAll(/\s+/g, ' ')}`;
  const draft = drafts.get(key) ?? {
    ...empty,
    name,
    kind: found.kind,
    reason: found.reason,
    confidence: 0.75,
    of: found.of,
    nouns: [found.head],
    medium: found.medium ?? false,
    affiliation: found.of && nameOf(found.of, scene),
    at: [],
  };
  draft.at.push({ from: found.from, to: found.to, form: 'name' });
  drafts.set(key, draft);
}

/** Names of the gazetteer and of the record, but for those that are part of the name of a body. */
function addKnown(
  scene: Scene,
  drafts: Map<string, Draft>,
  organisations: readonly Found[],
  named: ReadonlySet<number>,
): void {
  const inName = new Set(
    organisations
      .filter(({ from, of, to }) => !of || namedWithin(scene, from, to))
      .flatMap(({ from, to }) => range(from, to)),
  );
  for (const known of scene.known) {
    // Israel is a first name before a family name.
    if (inName.has(known.from) || named.has(known.from)) continue;
    const naming = known.namings.find(({ meaning }) => meaning !== 'adjective');
    if (!naming) continue;
    const { entry, meaning } = naming;
    const seat = meaning === 'seat' || meaning === 'doubtful seat';
    if (seat && !standsForGovernment(scene, known, meaning === 'doubtful seat')) continue;
    const { start, end } = offsets(scene, known.from, known.to);
    const written = scene.reading.text.slice(start, end).replaceAll(/\s+/g, ' ');
    // Without the endings of a case.
    const shouted = written === written.toUpperCase() && naming.phrase !== naming.phrase.toUpperCase();
    const asWritten = ['en', 'fr'].includes(scene.lexicon.language) || fold(written) === fold(naming.phrase);
    const text = asWritten && !shouted ? written : naming.phrase;
    const key = `${entry.kind} ${entry.key}`;
    const draft = drafts.get(key) ?? newKnown(scene, entry);
    draft.name = betterName(scene, draft, entry, text, naming);
    const place = { from: known.from, to: known.to };
    draft.at.push(
      seat ? { ...place, form: 'metonym', name: text } : { ...place, form: meaning === 'name' ? 'name' : 'alias' },
    );
    drafts.set(key, draft);
  }
}

const namedWithin = ({ pieces }: Scene, from: number, to: number): boolean =>
  pieces[to - 1]?.capital === true || pieces[from]?.capital === false;

const unlisted = ({ name, at }: UnlistedState): Draft => ({
  ...empty,
  name,
  kind: 'state',
  reason: 'Named as a state',
  confidence: 0.6,
  at: at.map(({ from, to }) => ({ from, to, form: 'name' })),
});

function newKnown(scene: Scene, entry: Entry): Draft {
  return {
    ...empty,
    name: nameOf(entry, scene),
    kind: entry.kind,
    reason: entry.medium
      ? 'A medium that is known'
      : entry.kind === 'state'
        ? 'The name of a state'
        : 'A name that is known',
    confidence: 0.95,
    affiliation: entry.of && nameOf(entry.of, scene),
    identifiers:
      entry.kind === 'state' && entry.key !== 'XK' ? [{ scheme: 'iso3166-1-alpha-2', value: entry.key }] : [],
    entry,
    of: entry.of,
    nouns: entry.nouns,
    medium: entry.medium,
    at: [],
  };
}

/** The usual name where the text has it, otherwise the fullest it has; of seats alone, the usual name. */
function betterName(scene: Scene, draft: Draft, entry: Entry, text: string, { meaning }: Naming): string {
  if (meaning !== 'name' && meaning !== 'alias') return draft.name;
  const usual = fold(nameOf(entry, scene));
  const written = draft.at.some(({ form }) => form !== 'metonym');
  if (!written) return text;
  if (fold(draft.name) === usual) return draft.name;
  return fold(text) === usual || text.length > draft.name.length ? text : draft.name;
}

function addPerson(
  scene: Scene,
  drafts: Map<string, Draft>,
  person: Person,
  within: ReadonlySet<number>,
  day: string | null,
): void {
  const runs = person.runs.filter(({ from }) => !within.has(from));
  if (runs.length === 0) return;
  const held = officesOn(person.holder?.offices ?? [], day)[0] ?? null;
  const of = person.of ?? (held?.of ? entryByKey(held.of) : null);
  drafts.set(`person ${person.name} ${runs[0]?.from ?? 0}`, {
    ...empty,
    name: person.name,
    kind: 'person',
    reason: person.reason,
    confidence: person.confidence,
    role: person.role ?? held?.title ?? null,
    affiliation: of ? nameOf(of, scene) : (held?.of ?? null),
    gender: person.gender,
    of,
    roles: [...person.roles, ...(held ? [fold(held.title)] : [])],
    coming: officesAfter(person.holder?.offices ?? [], day),
    id: person.holder?.id ?? null,
    at: runs.map(({ from, to }) => ({ from, to, form: to - from > 1 ? ('name' as const) : ('alias' as const) })),
  });
}
