import type { Choice, VoteCast, VotesCast } from '@rapporteur/domain/vote-views';
import { When } from '../dates';
import { More } from '../more';
import { Section } from '../record-head';
import { hrefOf, RecordLink } from '../record-link';
import { text } from '../text';
import { ChoiceTag } from './choice-tag';

/** The newest votes of an actor, and the way to all. */
export function ActorVotes({ votes, first }: { votes: VotesCast | null; first: boolean }) {
  if (votes === null || votes.items.length === 0) return null;
  return (
    <Section id="votes" title={text('lists')('related.votes')} first={first}>
      <VoteTable votes={votes.items} />
      <More total={votes.total} shown={votes.items.length} href={`${hrefOf(votes.record)}/votes`} of="vote" />
    </Section>
  );
}

/** Votes with how one actor chose, or two of them; who chose is told where there are two. */
export function VoteTable({
  votes,
  between,
}: {
  votes: readonly (VoteCast & { otherChoice?: Choice })[];
  between?: readonly [string, string];
}) {
  const t = text('body');
  const [first, second] = between ?? [t('event.choice'), null];
  return (
    <table className="table votes">
      <caption className="vh">{t('actor.votesCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('event.date')}</th>
          <th scope="col">{t('actor.vote')}</th>
          <th scope="col">{first}</th>
          {second === null ? null : <th scope="col">{second}</th>}
        </tr>
      </thead>
      <tbody>
        {votes.map(({ record, date, choice, otherChoice }) => (
          <tr key={record.id}>
            <td className="nb" data-label={t('event.date')}>
              <When value={date} style="short" />
            </td>
            <th scope="row">
              <RecordLink record={record} />
            </th>
            <td data-label={first}>
              <ChoiceTag choice={choice} />
            </td>
            {second === null || otherChoice === undefined ? null : (
              <td data-label={second}>
                <ChoiceTag choice={otherChoice} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
