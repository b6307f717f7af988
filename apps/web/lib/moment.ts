import { instantOf, parseMoment } from '@rapporteur/domain/instant';
import { text } from '@rapporteur/ui/text';

/** What is wrong with what a reader wrote: which message says it, and what they wrote. */
type Problem = { says: 'badDay' | 'badTime' | 'notYet' } | { says: 'noSuch'; moment: string };
type Moment = { instant: Date; problem: null } | { instant: null; problem: Problem };

/** What is wrong with a moment, in the words of the page; null where nothing is. */
export function problemIn(moment: { problem: Problem | null } | null): string | null {
  const problem = moment?.problem ?? null;
  if (problem === null) return null;
  const t = text('pages');
  return problem.says === 'noSuch' ? t('at.noSuch', { moment: problem.moment }) : t(`at.${problem.says}`);
}

/**
 * The instant that a reader means by a day and a time (UTC): the end of the second, minute or day they name, because a
 * change that is shown with that minute or day belongs to it. What has begun and not ended is now.
 */
export function momentFrom(date: string, time: string, now: Date): Moment {
  const wrong = (problem: Problem): Moment => ({ instant: null, problem });
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(date)) return wrong({ says: 'badDay' });
  if (!/^(?:\d{2}:\d{2}(?::\d{2})?)?$/.test(time)) return wrong({ says: 'badTime' });
  const moment = parseMoment(time === '' ? date : `${date}T${time}Z`);
  if (moment === null) return wrong({ says: 'noSuch', moment: `${date} ${time}`.trim() });
  const instant = instantOf(moment, now);
  return instant === null ? wrong({ says: 'notYet' }) : { instant, problem: null };
}
