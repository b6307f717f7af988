import type { Act } from '../../extraction';
import type { Token } from '../../text/tokens';
import type { Range } from '../unit';
import type { Frame } from './frame';

export interface OtherCue extends Range {
  act: Act;
  gerund: boolean;
  /** A noun phrase may be its content. */
  object: boolean;
  /** A pronoun that is part of the verb ("a-t-il"). */
  pronoun: Range | null;
}

/** The cue that begins at a token: an auxiliary with its participle, a finite verb, or a gerund. */
export function cueAt(tokens: Token[], at: number, low: number, high: number, frame: Frame): OtherCue | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || (token.capital && at > low)) return null;
  const lower = token.lower;
  if (frame.auxiliaries.has(lower)) {
    const participle = participleAfter(tokens, at, high, frame);
    if (participle !== null) {
      const word = tokens[participle]?.lower ?? '';
      const pronoun = frame.pronouns.has(lower) ? { from: at, to: at + 1 } : null;
      const [end, sense] = infinitiveAfter(tokens, participle + 1, word, frame);
      return cueOf(tokens, at, end, frame.participles.get(word), sense, false, pronoun, frame);
    }
  }
  const noun = frame.lights?.has(lower) ? at - 1 : at;
  if (noun < at && (noun < low || tokens[noun]?.lower.endsWith('t') !== true)) return null;
  const act = frame.verbs.get(lower) ?? inverted(lower, frame);
  if (act)
    return cueOf(tokens, noun, at + 1, act, lower, false, hyphened(lower) ? { from: at, to: at + 1 } : null, frame);
  return cueOf(tokens, at, at + 1, frame.gerunds.get(lower), lower, true, null, frame);
}

/** "affirme-t-il", "dit-elle": verb and pronoun in one. */
const hyphened = (lower: string): boolean => /-(?:t-)?(?:il|elle|ils|elles)$/.test(lower);

const inverted = (lower: string, frame: Frame): Act | undefined =>
  hyphened(lower) ? frame.verbs.get(lower.replace(/-(?:t-)?(?:il|elle|ils|elles)$/, '')) : undefined;

function participleAfter(tokens: Token[], at: number, high: number, frame: Frame): number | null {
  for (let i = at + 1; i < Math.min(high, at + 7); i++) {
    const lower = tokens[i]?.lower ?? '';
    if (frame.participles.has(lower)) return i;
    if (!frame.adverbs.has(lower) && !lower.endsWith('ment')) return null;
  }
  return null;
}

/** "a dit | regretter": an infinitive that says what was done in saying so. */
function infinitiveAfter(tokens: Token[], at: number, word: string, frame: Frame): [end: number, word: string] {
  const next = tokens[at]?.lower ?? '';
  return frame.infinitives.has(next) ? [at + 1, next] : [at, word];
}

function cueOf(
  tokens: Token[],
  from: number,
  end: number,
  act: Act | undefined,
  word: string,
  gerund: boolean,
  pronoun: Range | null,
  frame: Frame,
): OtherCue | null {
  if (!act) return null;
  const partner = frame.paired.get(word);
  if (partner !== undefined) {
    // "sprach dagegen von"
    const at = frame.adverbs.has(tokens[end]?.lower ?? '') ? end + 1 : end;
    if (tokens[at]?.lower !== partner) return null;
    return { from, to: at + 1, act, gerund, object: true, pronoun };
  }
  const to = frame.particles.has(tokens[end]?.lower ?? '') && !frame.noParticle.has(word) ? end + 1 : end;
  return {
    from,
    to,
    act,
    gerund,
    object: frame.objects.has(word) || frame.infinitives.has(word) || frame.recipients.has(word),
    pronoun,
  };
}
