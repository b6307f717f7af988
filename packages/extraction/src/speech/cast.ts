import type { Token } from '../text/tokens';

/** What is known of an actor by those who look for speakers; the search for actors knows it. */
export interface CastActor {
  name: string;
  kind: 'state' | 'organisation' | 'body' | 'person';
  role: string | null;
  affiliation: string | null;
  gender: string | null;
  roles: readonly string[];
  medium: boolean;
}

/** UTF-16 units, end exclusive; `actor` is a place in the list of actors. */
export interface CastMention {
  start: number;
  end: number;
  actor: number;
  form: 'name' | 'alias' | 'metonym' | 'description';
}

/** Mentions by token. */
export interface Cast {
  actors: readonly CastActor[];
  /** The mention that a token lies in. */
  mentionAt: (token: number) => CastMention | undefined;
  /** The token after the mention that begins here. */
  endOf: (token: number) => number | undefined;
  /** Whether a mention begins before this token and goes on in it. */
  inside: (token: number) => boolean;
}

/** Mentions are in the order of the text and do not overlap; descriptions are no names, and left out. */
export function castOf(tokens: Token[], actors: readonly CastActor[], mentions: readonly CastMention[]): Cast {
  const place = new Int32Array(tokens.length).fill(-1);
  const ends = new Map<number, number>();
  let at = 0;
  mentions.forEach((mention, nth) => {
    if (mention.form === 'description') return;
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= mention.start) at++;
    const first = at;
    let to = at;
    while (to < tokens.length && (tokens[to]?.start ?? 0) < mention.end) place[to++] = nth;
    if (to > first) ends.set(first, to);
  });
  const nth = (token: number): number => place[token] ?? -1;
  return {
    actors,
    mentionAt: (token) => mentions[nth(token)],
    endOf: (token) => ends.get(token),
    inside: (token) => nth(token) >= 0 && nth(token) === nth(token - 1) && ends.get(token) === undefined,
  };
}
