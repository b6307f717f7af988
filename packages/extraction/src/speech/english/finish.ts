import type { Token } from '../../text/tokens';
import { asContent } from '../content';
import type { Draft } from '../draft';
import type { Range, Unit } from '../unit';
import { beforeAnswer, beforeOutlet, beforeRemark } from './asides';
import { hasVerb } from './phrases';
import type { Work } from './work';

/** Takes the marks off the content, and tells whether all of it is quoted. */
export function finish({ tokens, unit }: Work, draft: Draft): Draft {
  const parts = draft.content
    .map(withoutAside(tokens, draft, unit))
    .flatMap((range) => asContent(tokens, range, unit.quotations) ?? []);
  draft.content = parts.map(({ range }) => range);
  draft.direct = parts.length > 0 && parts.every(({ direct }) => direct);
  if (isBareThing(tokens, draft)) draft.confidence = Math.min(draft.confidence, 0.4);
  return draft;
}

const pointed = new Set(
  'point points view views remark remarks comment comments concern concerns issue issues thought thoughts'.split(' '),
);

/** "underscored Ostland's position", "communicated these points during the talks": a thing that says nothing by itself. */
function isBareThing(tokens: Token[], { content: [only, ...more], direct, act }: Draft): boolean {
  if (!only || more.length > 0 || direct || act !== 'asserts') return false;
  const words = tokens.slice(only.from, only.to).filter(({ kind, lower }) => kind === 'word' && lower !== "'s");
  const points = /^(?:this|that|these|those|it|such|his|her|its|their)$/.test(words[0]?.lower ?? '');
  if (points && pointed.has(words[1]?.lower ?? '')) return true;
  return words.length <= (points ? 5 : 3) && !hasVerb(tokens, only.from, only.to);
}

/** What the author says of a statement at its end is no part of it. */
const withoutAside =
  (tokens: Token[], draft: Draft, unit: Unit) =>
  ({ from, to: end }: Range): Range => {
    const range = { from, to: beforeRemark(tokens, { from, to: end }, draft.clause, (token) => isQuoted(unit, token)) };
    const to = beforeAnswer(tokens, range);
    return { from: range.from, to: draft.clause ? to : beforeOutlet(tokens, { from: range.from, to }) };
  };

/** Whether a token stands in quotation marks. */
export const isQuoted = ({ quotations }: Unit, token: number): boolean =>
  quotations.some(({ open, to }) => open <= token && token < to);
