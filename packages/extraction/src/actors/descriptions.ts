import type { Entry } from '../gazetteer/entries';
import { fold } from '../gazetteer/fold';
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

const determiners = {
  en: new Set(['the']),
  fr: new Set(['le', 'la', 'l', 'les']),
  de: new Set(['der', 'die', 'das', 'dem', 'den']),
  hu: new Set(['a', 'az']),
  uk: new Set<string>(),
};
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
  president: 'etat staatschef staatsoberhaupt államfő'.split(' '),
  prasident: 'staatschef staatsoberhaupt'.split(' '),
  chief: leaders,
  head: leaders,
  dirigeant: leaders,
  chef: leaders,
};
const anybody = new Set('official politician responsable officer statesman stateswoman lawmaker executive'.split(' '));
/** What joins the words of an office. */
const chain = new Set('of to the de du des la le les l d der des von for and et und'.split(' '));
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
  const found: Mention[] = [];
  const recall = new Recall(scene, actors);
  let seen = 0;
  let inside = 0;
  for (const description of readDescriptions(scene, actors)) {
    while (seen < ordered.length && (ordered[seen]?.start ?? 0) < description.start) recall.note(ordered[seen++]);
    while (inside < ordered.length && (ordered[inside]?.end ?? 0) <= description.start) inside++;
    const actor = recall.resolve(description);
    if (actor === null) continue;
    const mention: Mention = { start: description.start, end: description.end, actor, form: 'description' };
    recall.note(mention);
    const next = ordered[inside];
    if (!next || next.start > description.start || next.end < description.end) found.push(mention);
  }
  return found;
}

/** How many actors back a description may reach. */
const reach = 60;
/** And how many mentions back. */
const farthest = 400;

/** Who was meant last, at each point of a text. */
class Recall {
  private readonly latest = new Map<number, number>();
  private readonly path: number[] = [];
  private readonly byOwner = new Map<Entry, number[]>();
  private sentence = 0;
  private firstIn = -1;
  private order = 0;

  constructor(
    private readonly scene: Scene,
    private readonly actors: readonly Actor[],
  ) {
    actors.forEach(({ kind, of }, place) => {
      if (kind === 'person' && of) this.byOwner.set(of, [...(this.byOwner.get(of) ?? []), place]);
    });
  }

  /**
   * Notes a mention. Who is named first in a sentence is mostly whom it is about, so others of the same sentence count as
   * named before.
   */
  note(mention: Mention | undefined): void {
    if (!mention) return;
    const { sentences } = this.scene.reading;
    while ((sentences[this.sentence]?.end ?? Infinity) <= mention.start) this.sentence++;
    const first = this.actors[mention.actor]?.kind === 'person' && this.firstIn !== this.sentence;
    if (first) this.firstIn = this.sentence;
    this.latest.set(mention.actor, this.sentence * 1000 + (first ? 999 : this.order++ % 999));
    this.path.push(mention.actor);
  }

  /** Who fits for certain comes before who may fit; who was named later before who was named earlier. */
  resolve(description: Description): number | null {
    const elect = this.elect(description);
    if (elect !== null) return elect;
    let best: number | null = null;
    let worth = 0;
    for (const place of this.candidates(description)) {
      const actor = this.actors[place];
      const fit = actor ? fitOf(description, actor) : 0;
      const value = fit * 1e12 + (this.latest.get(place) ?? -1);
      if (fit > 0 && value > worth) [best, worth] = [place, value];
    }
    return best;
  }

  /** "the Ostland president-elect": the only one named before who came to that office. */
  private elect({ words, of }: Description): number | null {
    if (!of || words.at(-1) !== 'elect') return null;
    const title = words.slice(0, -1).join(' ');
    const fitting = [...new Set(this.path.slice(-farthest))].filter((place) =>
      this.actors[place]?.coming.some((office) => fold(office.title) === title && office.of === of.key),
    );
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }

  /** Those named before, and where the description says of whom, those named only after it. */
  private candidates({ of }: Description): ReadonlySet<number> {
    const places = new Set<number>();
    for (let i = this.path.length - 1; i >= Math.max(0, this.path.length - farthest) && places.size < reach; i--)
      places.add(this.path[i] ?? -1);
    if (of) for (const place of (this.byOwner.get(of) ?? []).slice(0, reach)) places.add(place);
    return places;
  }
}

const fitOf = (description: Description, actor: Actor): number =>
  description.noun === null
    ? fitOfPerson(description, actor)
    : fitOfOrganisation(description.noun, description.of, actor);

const wordsOf = new WeakMap<Actor, ReadonlySet<string>>();

/** The words of all offices of a person, once. */
function roleWords(actor: Actor): ReadonlySet<string> {
  const before = wordsOf.get(actor);
  if (before) return before;
  // An assistant to the president is not the president.
  const words = new Set(actor.roles.flatMap((role) => (role.split(' to ')[0] ?? '').split(/[\s-]+/)));
  wordsOf.set(actor, words);
  return words;
}

function fitOfPerson({ words, of }: Description, actor: Actor): number {
  if (actor.kind !== 'person') return 0;
  if (of && actor.of && of !== actor.of && of !== actor.of.of && actor.of !== of.of) return 0;
  if (of && !actor.of) return 0;
  const own = roleWords(actor);
  const heads = words.includes('diplomacy') && words.some((word) => leading.test(word));
  const wanted = (heads ? ['foreign'] : words).filter((word) => !hollow.has(word) || leaders.includes(word));
  if (wanted.some((word) => anybody.has(word))) return own.size > 0 ? 2 : 0;
  if (own.size === 0) return of ? 0 : 1;
  if (wanted.every((word) => own.has(word))) return 3;
  const widened = (word: string) =>
    (widely[word] ?? []).some((other) => own.has(other) && !(other === 'secretary' && own.has('general')));
  return wanted.every((word) => own.has(word) || widened(word) || leads(word, own)) ? 2 : 0;
}

const leading = /^(?:chief|head|leader|boss|dirigeant|chef|responsable|patron)$/;

const leads = (word: string, own: ReadonlySet<string>): boolean =>
  leaders.includes(word) && leading.test(word) && leaders.some((other) => own.has(other));

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
  const owner = knownOf(scene, at);
  const possessive = owner?.from === at && isPossessive(pieces[owner.to]);
  if (!possessive && (!determiners[lexicon.language].has(opener.fold) || owner)) return null;
  // "Assistant to the President" speaks of the assistant.
  const [link, earlier] = [pieces[at - 1], pieces[at - 2]];
  if (link && chain.has(link.fold) && isIn(lexicon.roles, earlier, lexicon.language)) return null;
  const person = describePerson(scene, at, possessive ? owner.to + 1 : at + 1);
  if (person && possessive) {
    const article = determiners[lexicon.language].has(pieces[at - 1]?.fold ?? '')
      ? (pieces[at - 1]?.start ?? person.start)
      : person.start;
    return { ...person, start: article, of: owner.namings[0]?.entry ?? null };
  }
  if (person) return person;
  const noun = pieces[at + 1];
  if (possessive || noun?.kind !== 'word' || !nouns.has(noun.fold) || knownOf(scene, at + 1)) return null;
  const next = pieces[at + 2];
  if (next?.kind === 'word' && (next.capital || next.hyphened)) return null;
  return { start: opener.start, end: noun.end, words: [], of: null, noun: noun.fold };
}

/** Words of an office with nobody's name: "top Hungarian diplomat", "head of state", "président de l'Ukraine". */
function describePerson(scene: Scene, start: number, from: number): Description | null {
  const { pieces, lexicon } = scene;
  const { to: sentenceEnd } = sentenceOf(scene, start);
  const words: string[] = [];
  let of: Entry | null = null;
  let end = from;
  let head = -1;
  let linked = false;
  for (let at = from; at < Math.min(sentenceEnd, start + 12); at++) {
    const piece = pieces[at];
    const known = knownOf(scene, at);
    if (!piece || piece.kind !== 'word') break;
    if (known) {
      if (head >= 0 && !linked && lexicon.language === 'en') break;
      of ??= known.namings[0]?.entry ?? null;
      at = known.to - 1;
      end = known.to;
    } else if (head >= 0 && chain.has(piece.fold) && !piece.capital) linked = true;
    else if (isIn(lexicon.roles, piece, lexicon.language) || isIn(lexicon.portfolio, piece, lexicon.language)) {
      if (head < 0 && isIn(lexicon.roles, piece, lexicon.language)) head = at;
      words.push(piece.fold);
      end = at + 1;
    } else break;
  }
  if (head < 0) return null;
  const last = end - 1;
  if (pieces[end]?.hyphened && pieces[end]?.fold === 'elect' && head === last) {
    words.push('elect');
    end++;
  }
  const next = pieces[end];
  if (next?.kind === 'word' && !isPossessive(next) && (next.capital || next.hyphened || chain.has(next.fold)))
    return null;
  if (!linked && lexicon.language === 'en' && !isIn(lexicon.roles, pieces[last], 'en') && !knownOf(scene, last))
    return null;
  return { start: pieces[start]?.start ?? 0, end: pieces[end - 1]?.end ?? 0, words, of, noun: null };
}
