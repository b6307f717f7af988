import type { AnyContent } from '@rapporteur/domain/content/content';
import { secondChoices } from '@rapporteur/domain/content/event';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import type { Publishable } from './evidence-gate';

type Resolve = (id: string) => string;

/** The second choices of an actor in a vote whose content is at a path; none in any other record. */
export const secondChoicesOf = (record: AnyContent, path: string, resolve?: Resolve): FieldIssue[] =>
  (record.kind === 'event' ? secondChoices(record.content, resolve) : []).map((index) => ({
    path: `${path}/choices/${index}`,
    message: 'is of an actor that has a choice before it in this vote',
  }));

/** Those of all votes of a set, each at the path of its record. */
export const secondChoicesIn = (set: readonly Pick<Publishable, 'slug' | 'record'>[], resolve: Resolve): FieldIssue[] =>
  set.flatMap(({ slug, record }) => secondChoicesOf(record, `/events/${slug}`, resolve));

/**
 * Refuses a set in which an actor has two choices in one vote, or would have once what `resolve` follows is merged. What was
 * double by `before` already is no reason to refuse a merge: it is none of its doing, and `verify` names it.
 */
export function requireOneChoice(
  set: readonly Pick<Publishable, 'slug' | 'record'>[],
  resolve: Resolve,
  before?: Resolve,
): void {
  const double = new Set(before ? secondChoicesIn(set, before).map(({ path }) => path) : []);
  const issues = secondChoicesIn(set, resolve).filter(({ path }) => !double.has(path));
  if (issues.length === 0) return;
  const why = before
    ? 'The merge would give an actor two choices in a vote: correct the vote first.'
    : 'An actor has one choice in a vote.';
  throw new RapporteurError('state_conflict', why, issues);
}
