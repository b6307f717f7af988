import type { Token } from '../text/tokens';
import type { Author } from './author';
import type { Cast } from './cast';
import type { Draft } from './draft';
import { describesSeveral } from './lists-of-names';
import { SpeakerPhrases } from './speaker-phrase';
import type { Pronoun, SpeakerWords } from './speaker-words';
import type { Range } from './unit';
import { unknownVoice, type Voice } from './voice';

/** Whom the sentence before a token opens with, a person or several people, and where that sentence begins. */
export interface Topic {
  actor: number | null;
  group: Range | null;
  /** One person who is not named ("Ostland's representative"). */
  one: Range | null;
  /** A state, body or organisation. */
  thing: number | null;
  from: number;
}

/** How far back a person may have been named whom a pronoun means, in tokens. */
const reach = 150;

/** These may be said of a person in almost any office. */
const wideRoles = new Set(
  'chef cheffe dirigeant responsable diplomate leader head chief diplomat politician official politiker politikerin diplomat vezetője tárcavezető politikus політик дипломат очільник глава'.split(
    ' ',
  ),
);
const states = new Set('état etat gouvernement state staat'.split(' '));

/** Follows who speaks through a text, from first statement to last. */
export class Discourse {
  private lastPerson: Voice | null = null;
  private lastGroup: Voice | null = null;
  /** Who spoke before the person who spoke last, and is somebody else. */
  private otherPerson: Voice | null = null;
  /** Speakers whom the text only describes, by what it calls them. */
  private readonly described = new Map<string, Voice>();
  private last: Voice | null = null;
  private lastCue = -1;
  private readonly voices = new Map<Draft, Voice>();
  private readonly phrases: SpeakerPhrases;

  constructor(
    private readonly tokens: Token[],
    text: string,
    private readonly cast: Cast,
    private readonly is: SpeakerWords,
    private readonly topic: (token: number) => Topic | null,
    /** Who writes, where the text tells. */
    private readonly author: Author | null,
  ) {
    this.phrases = new SpeakerPhrases(tokens, text, cast, is);
  }

  /** Drafts are to be asked in the order of the text. */
  voiceOf(draft: Draft): Voice {
    const voice = this.find(draft);
    this.voices.set(draft, voice);
    const known = voice.name !== null && voice.how !== 'unknown';
    if (known && !draft.within && !draft.headline && !voice.media) {
      this.remember(voice);
      this.lastCue = draft.cue?.from ?? draft.content[0]?.from ?? this.lastCue;
    }
    return voice;
  }

  private remember(voice: Voice): void {
    this.last = voice;
    if (voice.how === 'described' && voice.range) this.described.set(this.phrases.headOf(voice.range), voice);
    if (voice.sort === 'person') {
      if (this.lastPerson && this.lastPerson.name !== voice.name) this.otherPerson = this.lastPerson;
      this.lastPerson = voice;
    } else if (voice.sort === 'group') this.lastGroup = voice;
  }

  private find(draft: Draft): Voice {
    if (draft.speaker) return this.who(draft.speaker, draft);
    if (draft.nobody) return unknownVoice;
    const before = draft.shared ? this.voices.get(draft.shared) : this.last;
    return before ? { ...before, how: before.how === 'pronoun' ? 'pronoun' : 'shared' } : unknownVoice;
  }

  private who(range: Range, draft: Draft): Voice {
    const only = range.to - range.from === 1 ? this.is.pronouns.get(this.tokens[range.from]?.lower ?? '') : undefined;
    if (only) return this.pronoun(only, range, draft);
    const named = this.phrases.named(range);
    if (named) return named;
    // "THE PRESIDENT:" is whoever holds the office where the words were spoken, not the president who was named last.
    if (draft.construction === 'turn') return this.phrases.described(range);
    const again = this.again(range);
    if (again) return again;
    const description = describesSeveral(this.tokens, this.is, range) ? undefined : this.cast.descriptionIn(range);
    // In a transcript most of those named hold no office that the text tells: "the President" is none of them.
    const turn = this.turnOf(draft);
    const bare = range.to - range.from <= 2;
    const told = description && turn !== null && (bare || this.cast.actors[description.actor]?.role === null);
    if (description && !told) return { ...this.phrases.actorVoice(description.actor, range, null), how: 'role' };
    return (turn === null ? this.byRole(range) : null) ?? this.phrases.described(range);
  }

  /** "the official" is the "senior official of the delegation" who spoke before, if nobody has spoken since. */
  private again(range: Range): Voice | null {
    const points = range.to - range.from === 2 && this.is.definite.has(this.tokens[range.from]?.lower ?? '');
    const head = points ? this.phrases.headOf(range) : '';
    const voice = head === '' ? undefined : this.described.get(head);
    return voice && (voice === this.last || voice.name === this.last?.name) ? { ...voice, range } : null;
  }

  /** "the minister": the person who spoke last, where the text names a role that fits or none. */
  private byRole(range: Range): Voice | null {
    const head = this.phrases.headOf(range);
    const first = this.tokens[range.from]?.lower ?? '';
    const points = this.is.definite.has(first) || (this.is.definite.size === 0 && range.to - range.from <= 2);
    const qualified = this.tokens
      .slice(range.from + 1, range.to)
      .some(({ capital, lower }) => capital && !states.has(lower) && !this.is.people.has(lower));
    const several = this.is.definite.has('the') && /[^s]s$/.test(head);
    if (!points || qualified || several || !this.is.people.has(head) || this.phrases.sortOf(range) !== 'person')
      return null;
    const last = this.lastPerson;
    const wide = wideRoles.has(head.slice(head.lastIndexOf('-') + 1)) || /(?:chef|politiker)(?:in)?$/.test(head);
    if (!last || (last.role !== null && !wide && !last.role.toLowerCase().includes(head.slice(0, 6)))) return null;
    return { ...last, range, how: 'role' };
  }

  private pronoun(what: Pronoun, range: Range, draft: Draft): Voice {
    const unclear = { ...unknownVoice, name: this.phrases.words(range), range };
    if (what === 'self') {
      const author =
        this.author &&
        (this.author.several ? this.phrases.described(this.author.range) : this.phrases.named(this.author.range));
      return author ? { ...author, range, how: 'pronoun' } : unclear;
    }
    const topic = this.topic(Math.min(range.from, draft.content[0]?.from ?? range.from));
    const turn = this.turnOf(draft);
    if (what === 'they' && topic?.group && topic.from > this.lastCue)
      return { ...(this.phrases.named(topic.group) ?? this.phrases.described(topic.group)), range, how: 'pronoun' };
    const both = what === 'they' && turn === null && !this.lastGroup ? this.bothPeople(range.from) : null;
    if (both) return { ...both, range, how: 'pronoun' };
    if (what === 'they' || what === 'it') {
      const opens = topic?.thing !== null && topic?.thing !== undefined && topic.from > this.lastCue;
      const about = opens && what === 'it' ? this.phrases.actorVoice(topic.thing as number, range, null) : null;
      if (about && about.name !== turn) return { ...about, how: 'pronoun' };
      const paper = what === 'it' && this.last?.sort === 'document' ? this.last : null;
      const voice = paper ?? this.lastGroup ?? (what === 'they' ? this.last : null);
      return voice && voice.name !== turn ? { ...voice, range, how: 'pronoun' } : unclear;
    }
    if (topic?.one && topic.from > this.lastCue) {
      const one = this.phrases.described(topic.one);
      if (one.sort === 'person' && this.cast.descriptionIn(topic.one) === undefined)
        return { ...one, range, how: 'pronoun' };
    }
    const person = topic?.actor ?? null;
    const about = person === null ? null : this.phrases.actorVoice(person, range, null);
    const recent = topic !== null && (this.last?.sort !== 'person' || topic.from > this.lastCue);
    const choices = recent ? [about, this.lastPerson] : [this.lastPerson, about];
    // In a transcript "he" is as often somebody whom the text does not name: only the sentence before tells.
    const meant = turn === null ? choices : [recent ? about : null];
    const fits =
      meant.find((voice) => voice && voice.name !== turn && this.fits(voice, what)) ??
      (turn === null ? this.earlier(range.from, what) : null);
    return fits ? { ...fits, range, how: 'pronoun' } : unclear;
  }

  /** "They agreed": the two people who have spoken, where nobody else has. */
  private bothPeople(token: number): Voice | null {
    const [one, other] = [this.otherPerson, this.lastPerson];
    if (!one?.name || !other?.name || this.last !== other) return this.bothNamed(token);
    return { ...unknownVoice, name: `${one.name} and ${other.name}`, actor: null, how: 'named', sort: 'group' };
  }

  /** "Moor met Holm. … They pledged": the only two people whom the text has named so far. */
  private bothNamed(token: number): Voice | null {
    const found: number[] = [];
    for (let i = token - 1; i >= Math.max(0, token - reach); i--) {
      const mention = this.cast.endOf(i) === undefined ? undefined : this.cast.mentionAt(i);
      if (!mention || this.cast.actors[mention.actor]?.kind !== 'person' || found.includes(mention.actor)) continue;
      found.push(mention.actor);
      if (found.length > 2) return null;
    }
    const [other, one] = found.map((actor) => this.phrases.actorVoice(actor, null, null));
    if (!one?.name || !other?.name) return null;
    return { ...unknownVoice, name: `${one.name} and ${other.name}`, actor: null, how: 'named', sort: 'group' };
  }

  /** Who speaks in the turn that a statement is told in: "he" and "the President" are not whoever says so. */
  private turnOf({ within }: Draft): string | null {
    return within?.construction === 'turn' ? (this.voices.get(within)?.name ?? null) : null;
  }

  /** The person named last before a token. */
  private earlier(token: number, gender: 'm' | 'f'): Voice | null {
    for (let i = token - 1; i >= Math.max(0, token - reach); i--) {
      const mention = this.cast.endOf(i) === undefined ? undefined : this.cast.mentionAt(i);
      if (!mention || this.cast.actors[mention.actor]?.kind !== 'person') continue;
      const voice = this.phrases.actorVoice(mention.actor, null, null);
      if (this.fits(voice, gender)) return voice;
    }
    return null;
  }

  private fits(voice: Voice, gender: 'm' | 'f'): boolean {
    const known = voice.actor === null ? null : (this.cast.actors[voice.actor]?.gender ?? null);
    return voice.sort === 'person' && (known === null || known === gender);
  }
}
