import type { Token } from '../text/tokens';
import type { Range } from './unit';

/** What is known of an actor by those who look for speakers; the search for actors knows it. */
export interface CastActor {
  name: string;
  kind: 'state' | 'organisation' | 'body' | 'person';
  role: string | null;
  affiliation: string | null;
  gender: 'f' | 'm' | null;
  medium: boolean;
}

/** UTF-16 units, end exclusive; `actor` is a place in the list of actors. */
export interface CastMention {
  start: number;
  end: number;
  actor: number;
  form: 'name' | 'alias' | 'metonym' | 'description';
}

/** Mentions by token. Descriptions ("the minister") are asked for apart from names. */
export interface Cast {
  actors: readonly CastActor[];
  /** The name that a token lies in. */
  mentionAt: (token: number) => CastMention | undefined;
  /** The token after the name that begins here. */
  endOf: (token: number) => number | undefined;
  /** The same where it is the name of a person. */
  endOfPerson: (token: number) => number | undefined;
  /** Whether a name begins before this token and goes on in it. */
  inside: (token: number) => boolean;
  /** The description that lies in a range, with or without its article. */
  descriptionIn: (range: Range) => CastMention | undefined;
}

/** Mentions are in the order of the text. */
export function castOf(tokens: Token[], actors: readonly CastActor[], mentions: readonly CastMention[]): Cast {
  const place = new Int32Array(tokens.length).fill(-1);
  const ends = new Map<number, number>();
  const described = new Map<number, CastMention>();
  let at = 0;
  mentions.forEach((mention, nth) => {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= mention.start) at++;
    if (mention.form === 'description') {
      described.set(at, mention);
      return;
    }
    let to = at;
    while (to < tokens.length && (tokens[to]?.start ?? 0) < mention.end && place[to] === -1) place[to++] = nth;
    if (to > at) ends.set(at, to);
  });
  const nth = (token: number): number => place[token] ?? -1;
  return {
    actors,
    mentionAt: (token) => mentions[nth(token)],
    endOf: (token) => ends.get(token),
    endOfPerson: (token) =>
      actors[mentions[nth(token)]?.actor ?? -1]?.kind === 'person' ? ends.get(token) : undefined,
    inside: (token) => nth(token) >= 0 && nth(token) === nth(token - 1),
    descriptionIn: ({ from, to }) => {
      const found = described.get(from) ?? described.get(from + 1);
      return found && found.end <= (tokens[to - 1]?.end ?? 0) ? found : undefined;
    },
  };
}
