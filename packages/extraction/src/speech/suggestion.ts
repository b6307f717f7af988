import type { Span, SuggestedStatement } from '../extraction';
import type { Reading } from '../text/reading';
import type { Draft } from './draft';
import type { Discourse } from './discourse';
import type { Voice } from './voice';
import { findReasons } from './reasons';
import { saidWhen, type TextDate } from './said-when';
import type { Range } from './unit';

/** Turns drafts into suggestions: spans for places of tokens, and the speaker looked up in the order of the text. */
export function suggest(
  { tokens, text, language, sentences }: Reading,
  drafts: Draft[],
  discourse: Discourse,
  dates: readonly TextDate[],
): SuggestedStatement[] {
  const ordered = drafts.toSorted((a, b) => orderOf(a) - orderOf(b));
  const places = new Map(ordered.map((draft, place) => [draft, place]));
  const spanOf = ({ from, to }: Range): Span => [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const found = ordered.map((draft): SuggestedStatement => {
    const voice = discourse.voiceOf(draft);
    const cueSpan = draft.cue && spanOf(draft.cue);
    const when = saidWhen(draft, dates, sentences);
    return {
      speaker: voice.name,
      speakerSpan: voice.range && voice.range.to > voice.range.from ? spanOf(voice.range) : null,
      actor: voice.actor,
      role: voice.role,
      affiliation: voice.affiliation,
      kind: draft.direct ? 'direct' : 'indirect',
      cue: cueSpan && text.slice(...cueSpan),
      cueSpan,
      contentSpans: draft.content.map(spanOf),
      act: draft.act,
      date: when && { text: when.text, edtf: when.edtf, span: spanOf(when) },
      headline: draft.headline,
      within: draft.within && (places.get(draft.within) ?? null),
      media: voice.media,
      reasons: findReasons(tokens, draft.content, language).map(spanOf),
      reason: reasonOf(draft, voice, cueSpan && text.slice(...cueSpan)),
      confidence: confidenceOf(draft, voice),
    };
  });
  nameTheFirst(found, ordered, text);
  return found;
}

/**
 * "The mayor of a border town has told …" and, in the next paragraph, "Bo Moor said …": who is described in the first
 * sentence is named in the second, in full, without an office, and not before.
 */
function nameTheFirst(found: SuggestedStatement[], drafts: readonly Draft[], text: string): void {
  const at = drafts.findIndex(({ headline, within }) => !headline && !within);
  const next = drafts.findIndex(({ headline, within }, place) => place > at && !headline && !within);
  const [first, second] = [found[at], found[next]];
  const [one, other] = [drafts[at], drafts[next]];
  if (!first || !second?.speaker || !one || !other || other.paragraph <= one.paragraph) return;
  const described = first.actor === null && /^the .*\b(?:of|for)\b|^\S+['’]s /i.test(first.speaker ?? '');
  const named = second.actor !== null && second.role === null && second.speaker.includes(' ');
  const family = second.speaker.slice(second.speaker.lastIndexOf(' ') + 1);
  if (!described || !named || !second.speakerSpan || text.slice(0, second.speakerSpan[0]).includes(family)) return;
  const { speaker, actor } = second;
  const reason = `${first.reason.replace(/\.$/, '')}; “${speaker}”, who is named next, fits the description: check the speaker.`;
  Object.assign(first, {
    speaker,
    actor,
    reason,
    confidence: Math.max(0.05, Math.round((first.confidence - 0.1) * 100) / 100),
  });
}

/** By cue, so that a speaker is known before a pronoun for them is met. */
const orderOf = (draft: Draft): number =>
  draft.construction === 'continued' || draft.construction === 'topic' || draft.construction === 'block'
    ? (draft.content[0]?.from ?? 0)
    : (draft.cue?.from ?? draft.content[0]?.from ?? 0);

const wording: Record<Draft['construction'], (cue: string) => string> = {
  'subject-first': (cue) => `${cue} with the speaker before it and what was said after it`,
  'subject-last': (cue) => `${cue} with its speaker, after what was said`,
  inverted: (cue) => `${cue} with the speaker after it`,
  interposed: (cue) => `${cue} with its speaker, in the middle of what was said`,
  participle: (cue) => `${cue}, which goes with the speaker of the sentence`,
  coordinate: (cue) => `${cue}, a second verb of the same speaker`,
  relative: (cue) => `${cue} in a clause about the speaker`,
  according: (cue) => `${cue} and a name`,
  'as-said': (cue) => `“as” with a speaker and ${cue}`,
  colon: () => 'A speaker, a colon and what was said',
  continued: () => 'A quotation that goes on with the statement before it',
  topic: () => 'A quotation after a sentence about the speaker',
  block: () => 'A paragraph that the sentence before it announces with a colon',
  turn: () => 'A turn in a transcript',
  pointing: (cue) => `${cue} with a speaker, of the sentence before`,
  'quoted-as': (cue) => `${cue}: words reported through another`,
};

function reasonOf(draft: Draft, voice: Voice, cue: string | null): string {
  const base = wording[draft.construction](cue === null ? 'A cue' : `“${cue}”`);
  const who: Record<Voice['how'], string> = {
    named: '',
    described: '; the speaker is described, not named',
    role: `; “${voice.name ?? ''}” fits the description: check the speaker`,
    pronoun: `; the pronoun is taken for ${voice.name ?? 'the last speaker'}: check the speaker`,
    shared: '; the speaker is the one before',
    unknown: '; who speaks is not clear: check the speaker',
  };
  return `${base}${who[voice.how]}.`;
}

const doubts: Record<Voice['how'], number> = {
  named: 0,
  described: 0.05,
  role: 0.08,
  pronoun: 0.1,
  shared: 0.03,
  unknown: 0.3,
};

function confidenceOf(draft: Draft, voice: Voice): number {
  // In a transcript "he" is as often somebody whom the text does not name.
  const guessed = draft.within?.construction === 'turn' && (voice.how === 'pronoun' || voice.how === 'role');
  const sure = draft.confidence - doubts[voice.how] - (draft.headline ? 0.1 : 0) - (guessed ? 0.35 : 0);
  return Math.round(Math.min(0.99, Math.max(0.05, sure)) * 100) / 100;
}
