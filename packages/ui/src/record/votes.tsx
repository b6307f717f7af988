import type { VoteCast, VotesCast } from '@rapporteur/domain/vote-views';
import { When } from '../dates';
import { More } from '../more';
import { Section } from '../record-head';
import { hrefOf, RecordLink } from '../record-link';
import { Listing, type At } from '../related-list';
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

/** Every vote of an actor, page by page. */
export function VotePage({ list, ...at }: At & { list: VotesCast }) {
  const t = text('lists');
  return (
    <Listing
      of={list.record}
      here={t('related.votes')}
      standfirst={t('related.votesLead')}
      empty={list.items.length === 0}
      next={list.next}
      {...at}
    >
      <VoteTable votes={list.items} />
    </Listing>
  );
}

function VoteTable({ votes }: { votes: readonly VoteCast[] }) {
  const t = text('body');
  return (
    <table className="table votes">
      <caption className="vh">{t('actor.votesCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('event.date')}</th>
          <th scope="col">{t('actor.vote')}</th>
          <th scope="col">{t('event.choice')}</th>
        </tr>
      </thead>
      <tbody>
        {votes.map(({ record, date, choice }) => (
          <tr key={record.id}>
            <td className="nb" data-label={t('event.date')}>
              <When value={date} style="short" />
            </td>
            <th scope="row">
              <RecordLink record={record} />
            </th>
            <td data-label={t('event.choice')}>
              <ChoiceTag choice={choice} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
