import type { SuggestedEvent } from '../extraction';
import type { FoundText } from './found-text';

export type EventType = SuggestedEvent['type'];

/** What names an event, and what it needs besides to be worth showing. */
export interface EventNoun {
  type: EventType;
  /** "talks" and "vote" say little alone: they need somebody, a place or a day. */
  needsDetail: boolean;
}

const nouns: Record<string, EventNoun> = {
  meeting: { type: 'meeting', needsDetail: false },
  talks: { type: 'meeting', needsDetail: true },
  summit: { type: 'summit', needsDetail: false },
  briefing: { type: 'press_conference', needsDetail: true },
  call: { type: 'call', needsDetail: true },
  ceremony: { type: 'signing', needsDetail: false },
  vote: { type: 'vote', needsDetail: true },
  session: { type: 'meeting', needsDetail: true },
  conference: { type: 'meeting', needsDetail: true },
};

/** What kind of event the noun at a token names, judged with the word before it; null where it names none. */
export function eventNoun(text: FoundText, at: number): EventNoun | null {
  const word = text.word(at);
  const noun = Object.hasOwn(nouns, word) ? nouns[word] : undefined;
  if (!noun || text.token(at)?.kind !== 'word') return null;
  const [before, after] = [text.word(at - 1), text.word(at + 1)];
  // "call" and "vote" are verbs more often than not, and "meeting" is one before a thing ("meeting the needs").
  if (before === 'to' || /^(?:will|would|should|must|can|may|we|they|i|you|not)$/.test(before)) return null;
  if (
    word === 'meeting' &&
    /^(?:the|its|their|our|these|with|a)$/.test(after) &&
    !/^(?:the|a|this|first|second|\p{L}+'s|'s)$/u.test(before) &&
    text.token(at - 1)?.capital !== true &&
    after !== 'with'
  )
    return null;
  if (word === 'conference')
    return /^(?:press|news)$/.test(before)
      ? { type: 'press_conference', needsDetail: false }
      : text.token(at)?.capital
        ? noun
        : null;
  if (word === 'briefing') return /^(?:press|news|media)$/.test(before) ? noun : null;
  if (word === 'ceremony') return before === 'signing' ? noun : null;
  if (word === 'session')
    return /^(?:emergency|plenary|special|extraordinary|closed-door|joint)$/.test(before) ? noun : null;
  if (word === 'call') {
    if (/^(?:phone|telephone|video|conference|joint|secure)$/.test(before)) return { ...noun, needsDetail: false };
    return after === 'with' && before !== '' ? noun : null;
  }
  if (word === 'vote')
    return /^(?:a|the|this|recorded|unanimous)$/.test(before) && /^(?:on|in|of|at)$/.test(after) ? noun : null;
  return noun;
}
