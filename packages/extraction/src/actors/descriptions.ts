import type { Entry } from '../gazetteer/entries';
import type { Actor, Mention } from './actor';
import { isIn } from './lexicon';
import { isPossessive, knownOf, sentenceOf, type Scene } from './scene';

/** A phrase that tells who is meant without a name: "the Hungarian foreign minister", "the alliance". */
export interface Description {
  /** UTF-16 units, with the article. */
  start: number;
  end: number;
  /** Words of the office, folded: "foreign", "minister". Empty for an organisation. */
  words: string[];
  /** The state or organisation it names. */
  of: Entry | null;
  /** Of an organisation: what it is called. */
  noun: string | null;
}

const determiners = new Set('the le la l les der die das az a'.split(' '));
const leaders =
  'president premier prime chancellor chief head leader king chairman chairwoman chair chairperson secretary general boss dirigeant dirigeante responsable chef cheffe patron'.split(
    ' ',
  );
/** Words that describe more than one office. */
const widely: Record<string, string[]> = {
  diplomat: 'foreign affairs ambassador envoy representative secretary diplomat etrangeres'.split(' '),
  diplomate: 'etrangeres affaires foreign affairs ambassadeur envoye representant diplomate'.split(' '),
  minister: 'minister minster secretary ministre'.split(' '),
  ministre: 'ministre minister secretary'.split(' '),
  secretary: 'secretary minister'.split(' '),
  spokesperson: 'spokesperson spokesman spokeswoman secretary'.split(' '),
  spokesman: 'spokesperson spokesman secretary'.split(' '),
  spokeswoman: 'spokesperson spokeswoman secretary'.split(' '),
  premier: 'premier prime'.split(' '),
  envoy: 'envoy ambassador representative'.split(' '),
  ambassador: 'ambassador representative envoy'.split(' '),
  leader: leaders,
  chief: leaders,
  head: leaders,
  dirigeant: leaders,
  chef: leaders,
};
const anybody = new Set('official politician responsable officer statesman stateswoman lawmaker executive'.split(' '));
/** Words that add nothing to an office. */
const hollow = new Set(
  "top senior chief current his her their the a of for and de des du country's said same chief".split(' '),
);

/**
 * Descriptions with the actor they mean, where the text names one that fits: the one named last before it, or after it
 * where none was yet.
 */
export function findDescriptions(scene: Scene, actors: readonly Actor[], mentions: readonly Mention[]): Mention[] {
  const ordered = [...mentions].toSorted((a, b) => a.start - b.start);
  const covered = ordered.map(({ start, end }) => [start, end] as const);
  const found: Mention[] = [];
  const fits = fitting(actors);
  const latest = new Map<number, number>();
  const note = salience(scene, actors, latest);
  let seen = 0;
  let inside = 0;
  for (const description of readDescriptions(scene, actors)) {
    while (seen < ordered.length && (ordered[seen]?.start ?? 0) < description.start) note(ordered[seen++]);
    while (inside < covered.length && (covered[inside]?.[1] ?? 0) <= description.start) inside++;
    const actor = resolveDescription(description, fits(description), (one) => latest.get(one) ?? -1);
    if (actor === null) continue;
    const mention: Mention = { start: description.start, end: description.end, actor, form: 'description' };
    note(mention);
    const next = covered[inside];
    if (!next || next[0] > description.start || next[1] < description.end) found.push(mention);
  }
  return found;
}

/**
 * Notes when an actor was meant last. Who is named first in a sentence is mostly whom it is about, so others of the same
 * sentence count as named before.
 */
function salience(
  scene: Scene,
  actors: readonly Actor[],
  latest: Map<number, number>,
): (mention: Mention | undefined) => void {
  let sentence = 0;
  let firstIn = -1;
  let order = 0;
  return (mention) => {
    if (!mention) return;
    const { sentences } = scene.reading;
    while ((sentences[sentence]?.end ?? Infinity) <= mention.start) sentence++;
    const isFirst = actors[mention.actor]?.kind === 'person' && firstIn !== sentence;
    if (isFirst) firstIn = sentence;
    latest.set(mention.actor, sentence * 1000 + (isFirst ? 999 : Math.min(order++ % 1000, 998)));
  };
}

/** An actor whom a description may mean, and how well it fits. */
interface Fit {
  place: number;
  fit: number;
}

/** Whom descriptions may mean. The same words come again and again, and in a long text many are named: each is judged once. */
function fitting(actors: readonly Actor[]): (description: Description) => Fit[] {
  const known = new Map<Entry | null, Map<string, Fit[]>>();
  return (description) => {
    const { words, of, noun } = description;
    const ofThem = known.get(of) ?? new Map<string, Fit[]>();
    known.set(of, ofThem);
    const key = noun === null ? words.join(' ') : `the ${noun}`;
    const judged = ofThem.get(key) ?? actors.flatMap((actor, place) => fitOf(description, actor, place));
    ofThem.set(key, judged);
    return judged;
  };
}

function fitOf(description: Description, actor: Actor, place: number): Fit[] {
  const fit =
    description.noun === null
      ? fitOfPerson(description, actor)
      : fitOfOrganisation(description.noun, description.of, actor);
  return fit === 0 ? [] : [{ place, fit }];
}

/**
 * The place in `actors` of whom a description means, or null. `lastNamed` tells when an actor was meant last before it: the
 * greater the later, negative where never.
 */
function resolveDescription(
  description: Description,
  fits: readonly Fit[],
  lastNamed: (actor: number) => number,
): number | null {
  let best: number | null = null;
  let bestWorth = -1;
  for (const { place, fit } of fits) {
    const last = lastNamed(place);
    // Who fits for certain comes before who may fit; who was named comes before who is yet to be.
    if (last < 0 && description.of === null) continue;
    const worth = fit * 1e12 + (last < 0 ? 1e6 - place : 1e6 + 1 + last);
    if (worth > bestWorth) [best, bestWorth] = [place, worth];
  }
  return best;
}

function fitOfPerson({ words, of }: Description, actor: Actor): number {
  if (actor.kind !== 'person') return 0;
  if (of && actor.of && of !== actor.of && of !== actor.of.of && actor.of !== of.of) return 0;
  if (of && !actor.of) return 0;
  const own = new Set(actor.roles.flatMap((role) => role.split(/[\s-]+/)));
  const wanted = words.filter((word) => !hollow.has(word) || leaders.includes(word));
  if (wanted.some((word) => anybody.has(word))) return own.size > 0 ? 2 : 0;
  if (own.size === 0) return of ? 0 : 1;
  if (wanted.every((word) => own.has(word))) return 3;
  const widened = (word: string) =>
    (widely[word] ?? []).some((other) => own.has(other) && !(other === 'secretary' && own.has('general')));
  return wanted.every((word) => own.has(word) || widened(word) || leads(word, own)) ? 2 : 0;
}

const leads = (word: string, own: ReadonlySet<string>): boolean =>
  leaders.includes(word) &&
  /^(?:chief|head|leader|boss|dirigeant|chef|responsable|patron)$/.test(word) &&
  leaders.some((other) => own.has(other));

function fitOfOrganisation(noun: string, of: Entry | null, actor: Actor): number {
  if (actor.kind === 'person' || actor.kind === 'state' || actor.medium) return 0;
  if (of && actor.of !== of) return 0;
  return actor.nouns.includes(noun) ? 2 : 0;
}

/** All phrases of a text that describe somebody or an organisation, in the order of the text. */
function readDescriptions(scene: Scene, actors: readonly Actor[]): Description[] {
  const nouns = new Set(actors.flatMap((actor) => actor.nouns));
  const found: Description[] = [];
  for (let at = 0; at < scene.pieces.length; at++) {
    const description = describe(scene, at, nouns);
    if (description) found.push(description);
  }
  return found;
}

/** The description that begins at a piece, with an article ("the minister") or a possessive ("Ukraine's minister"). */
function describe(scene: Scene, at: number, nouns: ReadonlySet<string>): Description | null {
  const { pieces, lexicon } = scene;
  const opener = pieces[at];
  if (!opener || opener.kind !== 'word') return null;
  const { to: end } = sentenceOf(scene, at);
  const owner = knownOf(scene, at);
  const possessive = owner?.from === at && isPossessive(pieces[owner.to]);
  if (!possessive && (!determiners.has(opener.fold) || owner)) return null;
  let to = possessive ? owner.to + 1 : at + 1;
  let of = possessive ? (owner.namings[0]?.entry ?? null) : null;
  const words: string[] = [];
  let isPerson = false;
  for (; to < end && to < at + 9; to++) {
    const piece = pieces[to];
    const known = knownOf(scene, to);
    if (known) {
      if (isPerson && lexicon.language !== 'fr') break;
      of ??= known.namings[0]?.entry ?? null;
      to = known.to - 1;
      continue;
    }
    if (!piece || piece.kind !== 'word') break;
    const role = isIn(lexicon.roles, piece, lexicon.language);
    if (!role && !isIn(lexicon.portfolio, piece, lexicon.language)) break;
    if (role) isPerson = true;
    words.push(piece.fold);
  }
  if (isPerson) return ofPerson(scene, at, to, words, of);
  const noun = pieces[at + 1];
  if (possessive || noun?.kind !== 'word' || !nouns.has(noun.fold) || knownOf(scene, at + 1)) return null;
  const next = pieces[at + 2];
  if (next?.kind === 'word' && (next.capital || next.hyphened)) return null;
  return { start: opener.start, end: noun.end, words: [], of: null, noun: noun.fold };
}

function ofPerson(scene: Scene, at: number, to: number, words: string[], owner: Entry | null): Description | null {
  const { pieces, lexicon } = scene;
  let end = to;
  let of = owner;
  const link = pieces[to]?.fold ?? '';
  if (/^(?:of|de|du|des|der|von)$/.test(link)) {
    const after = knownOf(scene, to + 1) ?? knownOf(scene, to + 2);
    if (!after || after.from > to + 2) return null;
    of ??= after.namings[0]?.entry ?? null;
    end = after.to;
  }
  const next = pieces[end];
  const last = pieces[end - 1];
  if (!last || (next?.kind === 'word' && !isPossessive(next) && (next.capital || next.hyphened))) return null;
  if (!isIn(lexicon.roles, last, lexicon.language) && !knownOf(scene, end - 1) && lexicon.language === 'en')
    return null;
  return { start: pieces[at]?.start ?? 0, end: last.end, words, of, noun: null };
}
