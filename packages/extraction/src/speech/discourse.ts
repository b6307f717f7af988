import type { Token } from '../text/tokens';
import type { Cast, CastActor } from './cast';
import type { Draft } from './draft';
import type { Range } from './unit';
import { bodies, determiners, documents, media, people, prepositions, pronouns } from './english/words';

/** Who speaks: what is given out of a speaker, and how sure that is. */
export interface Voice {
  name: string | null;
  range: Range | null;
  actor: number | null;
  role: string | null;
  affiliation: string | null;
  media: boolean;
  how: 'named' | 'described' | 'role' | 'pronoun' | 'shared' | 'unknown';
  sort: 'person' | 'group' | 'document';
}

const generic = new Set(
  'minister diplomat official politician leader president chief head envoy ambassador secretary spokesman spokeswoman spokesperson premier chancellor general commander lawmaker senator chairman chairwoman governor mayor secretary-general counterpart'.split(
    ' ',
  ),
);
const masculine = new Set(['he', 'him', 'his']);
const feminine = new Set(['she', 'her']);
/** A wide word for a role, and the roles it may stand for. */
const wider: Record<string, RegExp> = {
  diplomat: /minister|ambassador|envoy|diplomat|representative|secretary|consul|commissioner/,
  official: /minister|secretary|official|spokes|director|chief|adviser|head|commander|representative|governor|deputy/,
  politician: /minister|president|mp|senator|deputy|leader|lawmaker|chancellor|mayor|member|premier/,
  leader: /president|minister|chancellor|leader|king|premier|chief|secretary|chair/,
  chief: /chief|head|secretary|president|commander|director|representative|commissioner/,
  premier: /premier|prime/,
  secretary: /secretary/,
  head: /head|chief|president|director|secretary|leader|minister/,
  spokesman: /spokes|press secretary/,
  spokeswoman: /spokes|press secretary/,
  spokesperson: /spokes|press secretary/,
};

/** Follows who speaks through a text, from first statement to last. */
export class Discourse {
  private lastPerson: Voice | null = null;
  private lastGroup: Voice | null = null;
  private last: Voice | null = null;
  private readonly voices = new Map<Draft, Voice>();
  private readonly full: Map<string, string>;
  private readonly roles = new Map<string, string>();

  constructor(
    private readonly tokens: Token[],
    private readonly text: string,
    private readonly cast: Cast,
    private readonly subjects: (token: number) => number | null,
  ) {
    this.full = fullNames(tokens);
  }

  /** Drafts are to be asked in the order of the text. */
  voiceOf(draft: Draft): Voice {
    const voice = this.find(draft);
    this.voices.set(draft, voice);
    if (!draft.within && !draft.headline && !voice.media && voice.name !== null) this.remember(voice);
    return voice;
  }

  private remember(voice: Voice): void {
    this.last = voice;
    if (voice.sort === 'person') this.lastPerson = voice;
    else if (voice.sort === 'group') this.lastGroup = voice;
  }

  private find(draft: Draft): Voice {
    if (draft.speaker) return this.named(draft.speaker, draft);
    const shared =
      (draft.shared && this.voices.get(draft.shared)) ?? (draft.construction === 'continued' ? this.last : null);
    return shared ? { ...shared, how: shared.how === 'pronoun' ? 'pronoun' : 'shared' } : unknown;
  }

  private named(range: Range, draft: Draft): Voice {
    const only = range.to - range.from === 1 ? (this.tokens[range.from]?.lower ?? '') : '';
    if (pronouns.has(only)) return this.pronoun(only, range, draft);
    const actor = this.actorIn(range);
    if (actor !== null) return this.actorVoice(actor.actor, range, actor.metonym);
    const name = this.ownName(range);
    if (name !== null) return this.nameVoice(name, range);
    return this.described(range);
  }

  /** The actor that a noun phrase is about: the person in it, or the name at its head. */
  private actorIn({ from, to }: Range): { actor: number; metonym: string | null } | null {
    let head: { actor: number; metonym: string | null } | null = null;
    for (let i = from; i < to;) {
      const end = this.cast.endOf(i);
      const token = this.tokens[i];
      if (end === undefined) {
        if (i > from && token && prepositions.has(token.lower)) break;
        if (token?.kind === 'word' && token.lower !== "'s" && !token.capital) head = null;
        i++;
        continue;
      }
      const mention = this.cast.mentionAt(i);
      const possessive = this.tokens[end]?.lower === "'s" || this.tokens[end]?.text === '’';
      const known = mention && this.cast.actors[mention.actor];
      if (mention && known && !possessive && end <= to) {
        const metonym = mention.form === 'metonym' ? this.text.slice(mention.start, mention.end) : null;
        head = { actor: mention.actor, metonym };
        if (known.kind === 'person') return head;
      }
      i = end;
    }
    return head;
  }

  private actorVoice(place: number, range: Range, metonym: string | null): Voice {
    const actor = this.cast.actors[place] as CastActor;
    const sort = actor.kind === 'person' ? 'person' : 'group';
    return {
      name: metonym ?? actor.name,
      range,
      actor: place,
      role: actor.role,
      affiliation: actor.affiliation ?? (metonym ? actor.name : null),
      media: actor.medium,
      how: 'named',
      sort,
    };
  }

  /** A name that is on no list: the run of capitals at the end of the phrase, in its fullest form. */
  private ownName({ from, to }: Range): string | null {
    let end = from;
    while (
      end < to &&
      !(end > from && (prepositions.has(this.tokens[end]?.lower ?? '') || this.tokens[end]?.text === ','))
    )
      end++;
    let start = end;
    while (start > from && isNamePart(this.tokens[start - 1])) start--;
    if (start === end) return null;
    const name = this.tokens
      .slice(start, end)
      .map(({ text }) => text)
      .join(' ');
    return this.full.get(fold(this.tokens[end - 1]?.lower ?? '')) ?? name;
  }

  private nameVoice(name: string, range: Range): Voice {
    const role = this.words(range).replace(name, '').trim();
    const key = fold(name);
    if (role && !this.roles.has(key)) this.roles.set(key, role);
    return { ...unknown, name, range, role: this.roles.get(key) ?? null, how: 'named', sort: this.sortOf(range) };
  }

  private words({ from, to }: Range): string {
    const start = this.tokens[from]?.start ?? 0;
    return this.text.slice(start, this.tokens[to - 1]?.end ?? start).replace(/\s+/g, ' ');
  }

  private sortOf({ from, to }: Range): Voice['sort'] {
    const words = this.tokens.slice(from, to).map(({ lower }) => lower);
    if (words.some((word) => documents.has(word)) && !words.some((word) => people.has(word))) return 'document';
    if (
      words.some((word) => people.has(word) && word.endsWith('s') && people.has(word.slice(0, -1))) ||
      words.includes('and')
    )
      return 'group';
    return words.some((word) => bodies.has(word)) && !words.some((word) => people.has(word)) ? 'group' : 'person';
  }

  /** "the minister": one of those who spoke before, if a role fits; else it stands for itself. */
  private described(range: Range): Voice {
    const words = this.tokens.slice(range.from, range.to).map(({ lower }) => lower);
    const head = this.headOf(range);
    const definite = words[0] === 'the' || words[0] === 'this' || !determiners.has(words[0] ?? '');
    if (definite && generic.has(head)) {
      const known = this.byRole(head, words);
      if (known) return { ...known, range, how: 'role' };
    }
    const sort = this.sortOf(range);
    return {
      ...unknown,
      name: this.words(range),
      range,
      media: media.has(head) || words.some((word) => media.has(word)),
      how: 'described',
      sort: people.has(head) ? (head.endsWith('s') ? 'group' : 'person') : sort,
    };
  }

  private headOf({ from, to }: Range): string {
    let head = '';
    for (let i = from; i < to; i++) {
      const token = this.tokens[i];
      if (!token || (i > from && prepositions.has(token.lower))) break;
      if (token.kind === 'word' && !determiners.has(token.lower)) head = token.lower;
    }
    return head;
  }

  private byRole(head: string, words: string[]): Voice | null {
    const fits = wider[head] ?? new RegExp(head);
    const others = words.filter(
      (word) => word.length > 3 && word !== head && !['former', 'same', 'also'].includes(word),
    );
    const last = this.lastPerson;
    if (last && (!last.role || fits.test(last.role.toLowerCase()))) return last;
    const actor = this.cast.actors.findIndex(
      ({ kind, roles, role }) =>
        kind === 'person' &&
        [role ?? '', ...roles].some(
          (one) =>
            fits.test(one.toLowerCase()) &&
            (others.length === 0 || others.some((word) => one.toLowerCase().includes(word))),
        ),
    );
    return actor >= 0 ? this.actorVoice(actor, { from: 0, to: 0 }, null) : last && others.length === 0 ? last : null;
  }

  private pronoun(word: string, range: Range, draft: Draft): Voice {
    const wanted = masculine.has(word) ? 'm' : feminine.has(word) ? 'f' : null;
    if (wanted) {
      const recent = this.subjects(draft.cue?.from ?? range.from);
      const subject = recent === null ? null : this.actorVoice(recent, range, null);
      const choices = [subject, this.lastPerson, ...this.earlier(range.from)];
      const fits = choices.find((voice) => voice && voice.sort === 'person' && this.genderFits(voice, wanted));
      return fits ? { ...fits, range, how: 'pronoun' } : { ...unknown, name: this.words(range), range, how: 'unknown' };
    }
    if (word === 'they' || word === 'it') {
      const voice = this.lastGroup ?? (word === 'they' ? this.last : null);
      return voice ? { ...voice, range, how: 'pronoun' } : { ...unknown, name: this.words(range), range };
    }
    return { ...unknown, name: this.words(range), range };
  }

  /** People named before a token, the latest first. */
  private *earlier(token: number): Iterable<Voice> {
    for (let i = token - 1; i >= Math.max(0, token - 150); i--) {
      const mention = this.cast.endOf(i) === undefined ? undefined : this.cast.mentionAt(i);
      if (mention && this.cast.actors[mention.actor]?.kind === 'person')
        yield this.actorVoice(mention.actor, { from: 0, to: 0 }, null);
    }
  }

  private genderFits(voice: Voice, wanted: string): boolean {
    const gender = voice.actor === null ? null : (this.cast.actors[voice.actor]?.gender ?? null);
    return gender === null || gender === wanted;
  }
}

const unknown: Voice = {
  name: null,
  range: null,
  actor: null,
  role: null,
  affiliation: null,
  media: false,
  how: 'unknown',
  sort: 'person',
};

const isNamePart = (token: Token | undefined): boolean =>
  !!token &&
  (token.capital || ['de', 'van', 'von', 'der', 'al', 'bin', 'la', 'du', 'di'].includes(token.lower)) &&
  !people.has(token.lower) &&
  !determiners.has(token.lower);

const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The longest run of two or three capitals that ends in a word, by that word: "Moor" is "Ada Moor". */
function fullNames(tokens: Token[]): Map<string, string> {
  const full = new Map<string, string>();
  for (let i = 1; i < tokens.length; i++) {
    const [first, last] = [tokens[i - 1], tokens[i]];
    if (!first || !last || !isNamePart(last) || !isNamePart(first) || !last.capital || !first.capital) continue;
    if (isNamePart(tokens[i + 1]) || first.text.length < 2 || last.start - first.end !== 1) continue;
    const key = fold(last.lower);
    if (!full.has(key)) full.set(key, `${first.text} ${last.text}`);
  }
  return full;
}
