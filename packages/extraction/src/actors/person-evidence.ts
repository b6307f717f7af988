import type { Entry } from '../gazetteer/entries';
import { genderIn, given, isIn, things, type Gender } from './lexicon';
import { isCompany, isFirm, worksFor } from './person-company';
import { apposedOffice, roleAfter, roleBefore } from './role-phrase';
import { isInitial, type Run } from './runs';
import { speaks, speaksFor } from './speaking';
import { isPossessive, knownOf, sentenceOf, type Scene } from './scene';

/** Why a run of capitalised words is taken for the name of a person, and what the text says about them there. */
export interface Evidence {
  reason: string;
  confidence: number;
  role: string | null;
  of: Entry | null;
  gender: Gender | null;
}

/** How the words of a text are written in it, to tell names from words at the beginning of a sentence. */
export interface Usage {
  small: ReadonlySet<string>;
  capitalInside: ReadonlySet<string>;
}

export function usageOf(scene: Scene): Usage {
  const small = new Set<string>();
  const capitalInside = new Set<string>();
  for (const { from, to, titleCase } of scene.sentences) {
    if (titleCase) continue;
    for (let at = from; at < to; at++) {
      const piece = scene.pieces[at];
      if (piece?.kind !== 'word') continue;
      if (!piece.capital) small.add(piece.fold);
      else if (!opens(scene, at)) capitalInside.add(piece.fold);
    }
  }
  return { small, capitalInside };
}

/** Whether only marks stand before a piece in its sentence, or a colon or quotation mark right before it. */
export function opens(scene: Scene, at: number): boolean {
  const { from } = sentenceOf(scene, at);
  for (let i = at - 1; i >= from; i--) {
    const piece = scene.pieces[i];
    if (piece?.kind !== 'mark') return false;
    if (/^[:“"„«‘]$/.test(piece.text)) return true;
  }
  return true;
}

const plain = { role: null, of: null, gender: null };

/** What tells that a run is the name of a person, or null. The surest evidence decides. */
export function personEvidence(scene: Scene, run: Run, usage: Usage): Evidence | null {
  const { titleCase, closed, from } = sentenceOf(scene, run.from);
  const { lexicon } = scene;
  if (isByline(scene, run, from)) return said('Named as the author', 0.8);
  const signed = signature(scene, run);
  if (signed) return signed;
  if (titleCase || isOfThing(scene, run) || qualifiesNext(scene, run)) return null;
  const before = courtesyOrRole(scene, run, usage);
  if (before) return before;
  const words = wordsIn(scene, run);
  const owner = words > 1 ? ownerAfter(scene, run.to) : null;
  const after = roleAfter(scene, run.to);
  if (after && (scene.pieces[run.to]?.kind === 'mark' || scene.lexicon.language === 'hu') && (words > 1 || closed))
    return { ...said('An office stands after the name', 0.9), role: after.role, of: after.of, gender: after.gender };
  const role =
    after && words > 1 ? { role: after.role, of: after.of, gender: after.gender } : owner ? { of: owner } : {};
  const first = scene.pieces[run.from];
  const last = scene.lexicon.language === 'hu' ? scene.pieces[run.to - 1] : undefined;
  if (words > 1 && ((first && given.has(first.fold)) || (last && given.has(last.fold))))
    return { ...said('A first name and a family name', 0.85), ...role };
  if (words > 1 && hasInitial(scene, run)) return { ...said('A name with initials', 0.85), ...role };
  if (words > 1 && officeFarther(scene, run)) return { ...said('An office stands before the name', 0.8), ...role };
  const state = nationality(scene, run);
  if (state && words > 1 && words < 4)
    return { ...said('A nationality stands before the name', 0.75), ...role, of: state };
  if (state && isPossessive(scene.pieces[run.from - 1]) && speaks(scene, run))
    return { ...said('Named with a state, and said to speak', 0.75), of: state };
  if (owner) return { ...said('Named with what the person is of', 0.75), ...role, of: owner };
  const apposed = words > 1 && words < 4 && lexicon.language === 'en' ? apposedOffice(scene, run) : null;
  if (apposed !== null) return { ...said('An office stands before the name', 0.85), role: apposed };
  if (words > 1 && words < 4 && worksFor(scene, run))
    return { ...said('Named with what the person works for', 0.75), ...role };
  if (words > 1 && words < 4 && isCompany(scene, run)) return { ...said('Named beside a person', 0.7), ...role };
  return fromSpeech(scene, run, words, usage, role);
}

/** "Ada Moor, President of the Avaburg Council": a line of its own, under what somebody said. */
function signature(scene: Scene, run: Run): Evidence | null {
  const { from, to, titleCase } = sentenceOf(scene, run.from);
  const words = wordsIn(scene, run);
  if (!titleCase || run.from !== from || words < 2 || words > 3 || scene.pieces[run.to]?.text !== ',') return null;
  const after = roleAfter(scene, run.to);
  if (!after || after.from !== run.to + 1 || to - run.to > longestOffice) return null;
  return { ...said('An office stands after the name', 0.85), role: after.role, of: after.of, gender: after.gender };
}

/** How many words the office under a quotation may have. */
const longestOffice = 12;

/** "речника | Повітряних сил": a Ukrainian adjective that begins the name of a body. */
function qualifiesNext({ pieces, lexicon }: Scene, { from, to }: Run): boolean {
  const next = pieces[to];
  if (lexicon.language !== 'uk' || to - from > 1 || next?.kind !== 'word' || next.capital) return false;
  return (
    /(?:их|ої|ій|ими|ські|цькі|зькі|ові|еві)$/.test(pieces[from]?.text ?? '') &&
    !isIn(lexicon.speech, next, lexicon.language)
  );
}

/** "речника Повітряних сил | Данила Кошового": an office with the name of its body between. */
function officeFarther(scene: Scene, run: Run): boolean {
  const { pieces, lexicon } = scene;
  if (lexicon.language !== 'uk') return false;
  for (let at = run.from - 1; at >= Math.max(sentenceOf(scene, run.from).from, run.from - 6); at--) {
    const piece = pieces[at];
    if (piece?.kind !== 'word') return false;
    if (isIn(lexicon.roles, piece, lexicon.language)) return at < run.from - 1;
  }
  return false;
}

/** "Ada Moor of Amnesty International". */
function ownerAfter(scene: Scene, at: number): Entry | null {
  const known = scene.pieces[at]?.fold === 'of' ? knownOf(scene, at + 1) : null;
  const naming = known?.from === at + 1 ? known.namings[0] : undefined;
  return naming && naming.meaning !== 'adjective' ? naming.entry : null;
}

/** "By Ada Moor", "Ada Moor Published 3 May": a line of its own before the text. */
function isByline({ pieces }: Scene, run: Run, first: number): boolean {
  if (run.to - run.from < 2 || run.to - run.from > 4) return false;
  if (run.from === first + 1 && /^(?:by|par|von)$/.test(pieces[first]?.fold ?? '') && pieces[first]?.capital === true)
    return (pieces[run.to]?.capital ?? true) || pieces[run.to]?.kind === 'mark' || pieces[run.to]?.fold === 'in';
  const credit = run.from > first + 1 && pieces[run.from - 1]?.fold === 'by' ? pieces[run.from - 2]?.text : undefined;
  if (
    /^(?:Interviewed|Written|Reporting|Reported|Editing|Edited|Compiled|Translated|Interview|Photos?)$/.test(
      credit ?? '',
    )
  )
    return true;
  return run.from === first && /^(?:Published|Updated|Posted)$/.test(pieces[run.to]?.text ?? '');
}

const said = (reason: string, confidence: number): Evidence => ({ ...plain, reason, confidence });

function courtesyOrRole(scene: Scene, run: Run, usage: Usage): Evidence | null {
  const { lexicon, pieces } = scene;
  const before = pieces[run.from - 1];
  if (
    before?.kind === 'word' &&
    before.capital &&
    lexicon.courtesies.has(before.fold) &&
    !isInitial(scene, run.from - 2)
  ) {
    const earlier = roleBefore(scene, { from: run.from - 1, to: run.to }) ?? roleAfter(scene, run.to);
    const gender = genderIn(lexicon.courtesies, before, lexicon.language);
    return {
      reason: `"${before.text}" stands before the name`,
      confidence: 0.95,
      role: earlier?.role ?? ranks[before.fold] ?? null,
      of: earlier?.of ?? null,
      gender,
    };
  }
  const plural = before?.kind === 'word' && before.fold.endsWith('s') && lexicon.roles.has(singular(before.fold));
  if (plural && !isOrdinaryAfter(scene, run, usage))
    return { ...said(`"${before.text}" stands before the name`, 0.85), role: oneOf(scene, run.from - 1) };
  const several = before?.text === ',' && wordsIn(scene, run) > 1 ? pieces[run.from - 2] : undefined;
  if (several?.kind === 'word' && several.fold.endsWith('s') && lexicon.roles.has(singular(several.fold)))
    return { ...said(`"${several.text}" stands before the name`, 0.75), role: oneOf(scene, run.from - 2) };
  const role = roleBefore(scene, run);
  if (!role || isOrdinaryAfter(scene, run, usage)) return null;
  const quoted = role.role.length > 60 ? `${role.role.slice(0, 60)}…` : role.role;
  return {
    reason: `The office "${quoted}" stands before the name`,
    confidence: 0.95,
    role: role.role,
    of: role.of,
    gender: role.gender,
  };
}

/**
 * Words that go on with an office rather than name who has it ("Director of Public Works"): the text writes all of them
 * small elsewhere, or one alone stands before another capitalised word.
 */
function isOrdinaryAfter(scene: Scene, run: Run, usage: Usage): boolean {
  const { pieces, lexicon } = scene;
  const beside = isIn(lexicon.roles, pieces[run.from - 1], lexicon.language);
  if (beside && !pieces[run.to]?.capital) return false;
  const words = pieces.slice(run.from, run.to);
  if (lexicon.language === 'en' && words.every(({ fold }) => usage.small.has(fold))) return true;
  return words.length === 1 && pieces[run.to]?.capital === true && pieces[run.to]?.hyphened === false;
}

/** "the Ada Moor Rights Act", "CEOs". */
function isOfThing({ pieces }: Scene, { from, to }: Run): boolean {
  const next = pieces[to];
  if (next?.capital && things.has(next.fold)) return true;
  return to - from === 1 && /^\p{Lu}{2,}s$/u.test(pieces[from]?.text ?? '');
}

const singular = (word: string): string => (word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1));

/** "Foreign Minister" of "Foreign Ministers". */
function oneOf({ pieces, lexicon }: Scene, at: number): string {
  let text = (pieces[at]?.text ?? '').replace(/ies$/i, 'y').replace(/s$/i, '');
  for (let i = at - 1; lexicon.portfolio.has(pieces[i]?.fold ?? ''); i--) text = `${pieces[i]?.text ?? ''} ${text}`;
  return text;
}

/** Courtesies that tell an office too. */
const ranks: Record<string, string> = {
  sen: 'Senator',
  rep: 'Representative',
  gov: 'Governor',
  amb: 'Ambassador',
  gen: 'General',
  col: 'Colonel',
  adm: 'Admiral',
};

export function wordsIn(scene: Scene, run: Run): number {
  let words = 0;
  for (let at = run.from; at < run.to; at++) {
    const piece = scene.pieces[at];
    if (piece?.kind === 'word' && piece.capital && !piece.hyphened) words++;
  }
  return words;
}

function hasInitial(scene: Scene, run: Run): boolean {
  for (let at = run.from; at < run.to; at++) if (isInitial(scene, at)) return true;
  return false;
}

/** "Russian Vladimir X", "Turkey's X". */
function nationality(scene: Scene, run: Run): Entry | null {
  const possessive = isPossessive(scene.pieces[run.from - 1]);
  const known = knownOf(scene, run.from - (possessive ? 2 : 1));
  if (!known || known.to !== run.from - (possessive ? 1 : 0)) return null;
  const naming = known.namings[0];
  if (naming?.entry.kind !== 'state' || (!possessive && naming.meaning !== 'adjective')) return null;
  return naming.entry;
}

function fromSpeech(scene: Scene, run: Run, words: number, usage: Usage, role: Partial<Evidence>): Evidence | null {
  const { pieces, lexicon } = scene;
  const before = pieces[run.from - 1];
  const inSentence = run.from > sentenceOf(scene, run.from).from;
  if (
    inSentence &&
    before &&
    /^(?:the|a|an|this|that|our|le|la|les|un|une|der|die|das|ein|eine|az|in|from|at)$/.test(before.fold)
  )
    return null;
  const first = pieces[run.from];
  if (!first || (lexicon.language === 'de' && words < 2)) return null;
  if (words > 3 || isCompoundWord(scene, run)) return null;
  for (let at = run.from; at < run.to && lexicon.language === 'en'; at++) {
    if (!usage.small.has(pieces[at]?.fold ?? '')) break;
    if (at === run.to - 1) return null;
  }
  if (inSentence && before && isBefore(scene, run.from))
    return { ...said('Cited as a source', words > 1 ? 0.8 : 0.6), ...role };
  if (words > 1 && speaksFor(scene, run)) return { ...said('Somebody of an organisation who speaks', 0.8), ...role };
  if (words === 1 && isFirm(before)) return null;
  if (!speaks(scene, run)) return null;
  if (words > 1) return { ...said('Somebody who speaks', 0.8), ...role };
  if (usage.small.has(first.fold) || first.shouted || given.has(first.fold)) return null;
  if (opens(scene, run.from) && first.fold.endsWith('s') && !usage.capitalInside.has(first.fold)) return null;
  return { ...said('Somebody who speaks, named once', 0.65), ...role };
}

/** "BlackRock": a capital letter inside a word is a company's, but for McKay, MacLeod, DeSantis and O'Neill. */
const isCompoundWord = ({ pieces }: Scene, { from, to }: Run): boolean =>
  pieces
    .slice(from, to)
    .some(({ text }) => /\p{Ll}\p{Lu}/u.test(text) && !/^(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|O['’])\p{Lu}/u.test(text));

/** "according to X", "selon X". */
function isBefore(scene: Scene, at: number): boolean {
  const before = scene.pieces[at - 1];
  if (before?.fold === 'to') return scene.pieces[at - 2]?.fold === 'according';
  return (
    before !== undefined &&
    scene.lexicon.language !== 'en' &&
    isIn(scene.lexicon.attributions, before, scene.lexicon.language)
  );
}
