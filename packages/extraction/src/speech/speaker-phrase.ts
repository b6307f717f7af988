import type { Token } from '../text/tokens';
import type { Cast, CastMention } from './cast';
import { beginOfList, courtesies, isTitle, joining, repeatsOffice } from './lists-of-names';
import type { SpeakerWords } from './speaker-words';
import { fold, fullNames, isNamePart } from './unlisted-names';
import type { Range } from './unit';
import { unknownVoice, type Voice } from './voice';

/** Reads the noun phrase of a speaker by itself, without what went before it in the text. */
export class SpeakerPhrases {
  private readonly full: Map<string, string>;
  private readonly roles = new Map<string, string>();

  constructor(
    private readonly tokens: Token[],
    private readonly text: string,
    private readonly cast: Cast,
    private readonly is: SpeakerWords,
  ) {
    this.full = fullNames(tokens, is);
  }

  words({ from, to }: Range): string {
    const start = this.tokens[from]?.start ?? 0;
    const words = this.text.slice(start, this.tokens[to - 1]?.end ?? start).replace(/\s+/g, ' ');
    // The marks of Markdown are no part of a name.
    return words.replace(/^[*_#]+\s*|[*_]+$/g, '') || words;
  }

  /** The voice of whom a phrase names: an actor that the text names, or a name that is on no list. */
  named(range: Range): Voice | null {
    const found = this.actorsIn(range);
    const [only] = found;
    if (found.length > 1 || (only && this.namesInList(range) > 0)) return this.joint(found, range);
    if (only && (this.joinsOthers(only.end, range) || repeatsOffice(this.tokens, this.is, range)))
      return { ...this.described(range), how: 'named', sort: 'group' };
    if (only) return { ...this.actorVoice(only.actor, range, only.metonym), ...this.wholeBody(only, range) };
    const name = this.ownName(range);
    return name === null ? null : this.nameVoice(name, range);
  }

  /** "Ostland's Commission on Ships": a body with whose it is, where its name alone does not tell. */
  private wholeBody({ actor }: Named, range: Range): { name: string } | null {
    const { name = '', kind } = this.cast.actors[actor] ?? {};
    const whole = this.words(range);
    return kind === 'body' && whole.endsWith(name) && /['’]s $/.test(whole.slice(0, -name.length))
      ? { name: whole }
      : null;
  }

  actorVoice(place: number, range: Range | null, metonym: string | null): Voice {
    const actor = this.cast.actors[place];
    if (!actor) return unknownVoice;
    return {
      name: metonym ?? actor.name,
      range,
      actor: place,
      role: actor.role,
      affiliation: actor.affiliation ?? (metonym ? actor.name : null),
      media: actor.medium,
      how: 'named',
      sort: actor.kind === 'person' ? 'person' : 'group',
    };
  }

  /** A description that means nobody else: "a press release", "Ostland's foreign minister". */
  described(range: Range): Voice {
    const head = this.headOf(range);
    const sort = this.sortOf(range);
    return {
      ...unknownVoice,
      name: this.words(range),
      range,
      media:
        this.is.media.has(head) ||
        this.tokens.slice(range.from, range.to).some(({ lower }) => this.is.media.has(lower)),
      how: 'described',
      sort,
    };
  }

  /** What a phrase is about: its last word before a preposition, or the first that says what somebody is. */
  headOf({ from, to }: Range): string {
    let head = '';
    for (let i = from; i < to; i++) {
      const token = this.tokens[i];
      if (!token || (i > from && this.is.prepositions.has(token.lower))) break;
      if (token.kind !== 'word' || this.is.determiners.has(token.lower)) continue;
      if (this.is.headFirst && this.is.people.has(token.lower)) return token.lower;
      head = token.lower;
    }
    return head;
  }

  sortOf({ from, to }: Range): Voice['sort'] {
    const words = this.tokens.slice(from, to).map(({ lower }) => lower);
    const people = words.filter((word) => this.is.people.has(word));
    const head = this.headOf({ from, to });
    if (this.is.documents.has(head) && people.length === 0) return 'document';
    if (people.some((word) => word.endsWith('s') && this.is.people.has(word.slice(0, -1)))) return 'group';
    return words.some((word) => this.is.bodies.has(word)) && people.length === 0 ? 'group' : 'person';
  }

  /** The actors that a phrase is about: the person in it, the name at its head, or several joined by "and". */
  private actorsIn({ from, to }: Range): Named[] {
    let heads: Named[] = [];
    for (let i = from; i < to;) {
      const end = this.cast.endOf(i) ?? i + 1;
      const mention = this.cast.endOf(i) === undefined ? undefined : this.cast.mentionAt(i);
      // "der Nato-Chef" is not Nato.
      if (mention && mention.end >= (this.tokens[end - 1]?.end ?? 0))
        heads = this.withName(heads, mention, i, Math.min(end, to), { from, to });
      else if (!this.keepsHead(i)) heads = heads.filter((one) => this.isPerson(one.actor));
      i = end;
    }
    return heads;
  }

  /** Takes a name for a head, beside the one before it, or for no more than a part of what qualifies one. */
  private withName(heads: Named[], mention: CastMention, at: number, end: number, { from, to }: Range): Named[] {
    const one = {
      actor: mention.actor,
      metonym: mention.form === 'metonym' ? this.text.slice(mention.start, mention.end) : null,
      end,
      article: this.articleBefore(at),
    };
    const person = this.isPerson(mention.actor);
    const last = heads.at(-1);
    if (last && this.joins(last.end, at) && this.isPerson(last.actor) === person) return [...heads, one];
    const owns = end < to && (this.tokens[end]?.lower === "'s" || this.tokens[end]?.text === '’');
    if (owns || this.qualifies(at, { from, to })) return heads;
    return person || !heads.some(({ actor }) => this.isPerson(actor)) ? [one] : heads;
  }

  /** The article before a name, with the space after it. */
  private articleBefore(at: number): string {
    const before = this.tokens[at - 1];
    if (!before || !articles.has(before.lower)) return '';
    return /['’]$/.test(before.text) ? before.text : `${before.lower} `;
  }

  private isNamedPerson(at: number): boolean {
    const mention = this.cast.mentionAt(at);
    return mention !== undefined && this.isPerson(mention.actor);
  }

  private isPerson(actor: number): boolean {
    return this.cast.actors[actor]?.kind === 'person';
  }

  /** "the ambassador to the | United Nations": after a preposition, with or without an article. */
  private qualifies(at: number, { from, to }: Range): boolean {
    // In Ukrainian whose it is stands behind without a word between: "речник уряду | Угорщини".
    const head = this.headOf({ from, to });
    if (this.is.definite.size === 0 && at > from && this.is.people.has(head) && !this.isNamedPerson(at)) return true;
    let before = (this.isNamedPerson(at) ? at : beginOfList(this.tokens, this.cast, this.is, { from, to: at })) - 1;
    // "a source close to Ms | Moor"
    while (before > from && courtesies.test(this.tokens[before]?.lower ?? '')) before--;
    // "the party of Vice-President | Moor" speaks for itself.
    if (this.is.bodies.has(head))
      while (before > from && this.is.people.has(this.tokens[before]?.lower ?? '')) before--;
    const article = this.tokens[before]?.lower ?? '';
    if (this.is.determiners.has(article)) before--;
    // "ein Bericht der | Nato"
    if (/^de[rs]$/.test(article) && before > from && this.tokens[before]?.capital) return true;
    return before > from && this.is.prepositions.has(this.tokens[before]?.lower ?? '');
  }

  /** Marks, articles and "and" between names leave the name before them at the head; other words take its place. */
  private keepsHead(at: number): boolean {
    const token = this.tokens[at];
    return (
      !token ||
      token.kind !== 'word' ||
      joining.has(token.lower) ||
      this.is.determiners.has(token.lower) ||
      this.is.prepositions.has(token.lower)
    );
  }

  /** Nothing but "and", commas and articles between two names. */
  private joins(end: number, at: number): boolean {
    const between = this.tokens.slice(end, at).map(({ lower }) => lower);
    return (
      between.length > 0 &&
      between.every(
        (word) => word === ',' || joining.has(word) || this.is.determiners.has(word) || isTitle(this.is, word),
      ) &&
      (between.some((word) => joining.has(word)) || this.joinsLater(at))
    );
  }

  /** "Minister Moor | and his counterparts": people without a name are joined to the one who has one. */
  private joinsOthers(end: number, { to }: Range): boolean {
    if (!joining.has(this.tokens[end]?.lower ?? '')) return false;
    return this.tokens.slice(end + 1, to).some(({ lower }) => this.is.people.has(lower));
  }

  /** "Ostland, | Westland and Norland" */
  private joinsLater(at: number): boolean {
    const end = this.cast.endOf(at) ?? at + 1;
    return (
      joining.has(this.tokens[end]?.lower ?? '') ||
      (this.tokens[end]?.text === ',' && this.cast.endOf(end + 1) !== undefined)
    );
  }

  private joint(found: Named[], range: Range): Voice {
    const names = found.map(({ actor, metonym, article }, nth) => {
      const name = metonym ?? this.cast.actors[actor]?.name ?? '';
      return nth > 0 ? article + name : name;
    });
    const [first] = found;
    const and = this.tokens.slice(found.at(-2)?.end, range.to).find(({ lower }) => joining.has(lower))?.text ?? 'and';
    const all = `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1) ?? ''}`;
    return {
      ...unknownVoice,
      name: this.namesInList(range) > found.length ? this.words(range) : all,
      range,
      actor: first?.actor ?? null,
      how: 'named',
      sort: 'group',
    };
  }

  /** How many names "Ostland, Westland and the Northern Union" holds, known or not; 0 where a phrase is no such list. */
  private namesInList({ from, to }: Range): number {
    let names = 0;
    let joined = false;
    for (let i = from; i < to; i++) {
      const token = this.tokens[i];
      const lower = token?.lower ?? '';
      if (joining.has(lower) && !this.cast.inside(i)) joined = true;
      else if (token?.capital && !this.is.people.has(lower) && !this.is.determiners.has(lower)) {
        const begins = !this.tokens[i - 1]?.capital || this.cast.endOf(i) !== undefined || i === from;
        if (begins && !this.cast.inside(i)) names++;
      } else if (token?.text !== ',' && !this.is.determiners.has(lower) && !this.cast.inside(i)) return 0;
    }
    return joined && names > 2 ? names : 0;
  }

  /** A name that is on no list: the run of capitals that the phrase or its head ends in, in its fullest form. */
  private ownName(range: Range): string | null {
    const last = this.runBefore(range.from, range.to);
    const apposed = last && last.from > range.from && this.tokens[last.from - 1]?.text === ',';
    const name =
      last && (apposed || last.to - last.from > 1) ? last : this.runBefore(range.from, this.endOfHead(range));
    if (!name || this.is.bodies.has(this.tokens[name.to - 1]?.lower ?? '')) return null;
    return this.full.get(fold(this.tokens[name.to - 1]?.lower ?? '')) ?? this.words(name);
  }

  private endOfHead({ from, to }: Range): number {
    let end = from;
    while (
      end < to &&
      !(end > from && (this.is.prepositions.has(this.tokens[end]?.lower ?? '') || this.tokens[end]?.text === ','))
    )
      end++;
    return end;
  }

  /** Capitals up to `to`, not after a preposition or article, where they would name a place or a thing. */
  private runBefore(from: number, to: number): Range | null {
    let start = to;
    while (start > from && isNamePart(this.tokens[start - 1], this.is) && this.cast.mentionAt(start - 1) === undefined)
      start--;
    const before = this.tokens[start - 1]?.lower ?? '';
    const named =
      start > from && (this.is.prepositions.has(before) || this.is.determiners.has(before) || joining.has(before));
    return start < to && !named ? { from: start, to } : null;
  }

  private nameVoice(name: string, range: Range): Voice {
    const role = this.words(range).replace(name, '').trim();
    const key = fold(name);
    if (role && role.length < 80 && !this.roles.has(key)) this.roles.set(key, role);
    return { ...unknownVoice, name, range, role: this.roles.get(key) ?? null, how: 'named', sort: this.sortOf(range) };
  }
}

interface Named {
  actor: number;
  metonym: string | null;
  end: number;
  /** Its article, as it stands before the name. */
  article: string;
}

const articles = new Set(['the', 'le', 'la', 'les', "l'", 'der', 'die', 'das', 'a', 'az']);
