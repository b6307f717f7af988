import type { Token } from '../text/tokens';
import type { Cast } from './cast';
import type { SpeakerWords } from './speaker-words';
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
    return this.text.slice(start, this.tokens[to - 1]?.end ?? start).replace(/\s+/g, ' ');
  }

  /** The voice of whom a phrase names: an actor that the text names, or a name that is on no list. */
  named(range: Range): Voice | null {
    const found = this.actorsIn(range);
    if (found.length > 1) return this.joint(found, range);
    const [only] = found;
    if (only) return this.actorVoice(only.actor, range, only.metonym);
    const name = this.ownName(range);
    return name === null ? null : this.nameVoice(name, range);
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

  /** The actors that a phrase is about: the person in it, the names at its head, or several joined by "and". */
  private actorsIn({ from, to }: Range): { actor: number; metonym: string | null; end: number }[] {
    let heads: { actor: number; metonym: string | null; end: number }[] = [];
    for (let i = from; i < to;) {
      const end = this.cast.endOf(i);
      const token = this.tokens[i];
      if (end === undefined) {
        if (
          i > from &&
          token &&
          this.is.prepositions.has(token.lower) &&
          heads.length === 0 &&
          !this.personLater(i, to)
        )
          break;
        if (token?.kind === 'word' && token.lower !== "'s" && !token.capital && !joining.has(token.lower)) {
          if (heads.length > 0 && this.is.prepositions.has(token.lower)) break;
          if (!this.is.determiners.has(token.lower))
            heads = heads.filter(({ actor }) => this.cast.actors[actor]?.kind === 'person');
        }
        i++;
        continue;
      }
      const mention = this.cast.mentionAt(i);
      const kind = mention && this.cast.actors[mention.actor]?.kind;
      const before = this.tokens[i - 1]?.lower ?? '';
      const qualifies =
        this.tokens[end]?.lower === "'s" ||
        this.tokens[end]?.text === '’' ||
        (i > from && this.is.prepositions.has(before));
      if (mention && end <= to && !(qualifies && end < to)) {
        const one = {
          actor: mention.actor,
          metonym: mention.form === 'metonym' ? this.text.slice(mention.start, mention.end) : null,
          end,
        };
        const joins = heads.length > 0 && joining.has(before);
        if (joins) heads.push(one);
        else if (!(qualifies && kind !== 'person'))
          heads =
            kind === 'person' || !heads.some(({ actor }) => this.cast.actors[actor]?.kind === 'person') ? [one] : heads;
      }
      i = end;
    }
    return heads;
  }

  private personLater(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const mention = this.cast.endOf(i) === undefined ? undefined : this.cast.mentionAt(i);
      if (
        mention &&
        this.cast.actors[mention.actor]?.kind === 'person' &&
        !this.is.prepositions.has(this.tokens[i - 1]?.lower ?? '')
      )
        return true;
    }
    return false;
  }

  private joint(found: { actor: number; metonym: string | null }[], range: Range): Voice {
    const names = found.map(({ actor, metonym }) => metonym ?? this.cast.actors[actor]?.name ?? '');
    const [first] = found;
    return {
      ...unknownVoice,
      name: names.length === 2 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`,
      range,
      actor: first?.actor ?? null,
      how: 'named',
      sort: 'group',
    };
  }

  /** A name that is on no list: the run of capitals at the head of the phrase, in its fullest form. */
  private ownName({ from, to }: Range): string | null {
    let end = from;
    while (
      end < to &&
      !(end > from && (this.is.prepositions.has(this.tokens[end]?.lower ?? '') || this.tokens[end]?.text === ','))
    )
      end++;
    let start = end;
    while (start > from && isNamePart(this.tokens[start - 1], this.is)) start--;
    if (start === end || this.is.bodies.has(this.tokens[end - 1]?.lower ?? '')) return null;
    const name = this.words({ from: start, to: end });
    return this.full.get(fold(this.tokens[end - 1]?.lower ?? '')) ?? name;
  }

  private nameVoice(name: string, range: Range): Voice {
    const role = this.words(range).replace(name, '').trim();
    const key = fold(name);
    if (role && role.length < 80 && !this.roles.has(key)) this.roles.set(key, role);
    return { ...unknownVoice, name, range, role: this.roles.get(key) ?? null, how: 'named', sort: this.sortOf(range) };
  }
}

const joining = new Set(['and', '&', 'et', 'und', 'és', 'і', 'та', ',']);
const small = new Set(['de', 'van', 'von', 'der', 'al', 'bin', 'la', 'du', 'di', 'ter', 'den', 'el', 'ibn']);

const isNamePart = (token: Token | undefined, is: SpeakerWords): boolean =>
  !!token &&
  token.kind === 'word' &&
  (token.capital || small.has(token.lower)) &&
  !is.people.has(token.lower) &&
  !is.determiners.has(token.lower);

const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The first run of two capitals that ends in a word, by that word: "Moor" is "Ada Moor". */
function fullNames(tokens: Token[], is: SpeakerWords): Map<string, string> {
  const full = new Map<string, string>();
  for (let i = 1; i < tokens.length; i++) {
    const [first, last] = [tokens[i - 1], tokens[i]];
    if (!first?.capital || !last?.capital || last.start - first.end !== 1 || first.text.length < 2) continue;
    if (!isNamePart(last, is) || !isNamePart(first, is) || tokens[i + 1]?.capital || tokens[i - 2]?.capital) continue;
    const key = fold(last.lower);
    if (!full.has(key)) full.set(key, `${first.text} ${last.text}`);
  }
  return full;
}
