import { kinds } from '@rapporteur/domain/kinds';
import { text } from '../text';
import { inSentence, kindName } from '../words';

/** The words that a form of the search lends to its script, which suggests names while a reader types. */
export const suggestionWords = () => ({
  'data-suggestions': text('search')('suggestions'),
  'data-kinds': JSON.stringify(Object.fromEntries(kinds.map((kind) => [kind, inSentence(kindName(kind))]))),
});
