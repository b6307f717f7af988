import { choices as possible } from '@rapporteur/domain/content/event';
import type { ViewOf } from '@rapporteur/domain/views';
import { Marks, marksFor, marksWithin } from '../evidence-mark';
import { Named, nameOf } from '../record-link';
import { spokenLocale } from '../speech';
import { text } from '../text';
import { Units } from '../units';
import { figure } from '../words';
import { choiceLooks, ChoiceTag, type Choice } from './choice-tag';

interface Voter {
  actor: string;
  choice: Choice;
  /** Where the choice stands in the content. */
  field: string;
}

/**
 * How everybody voted: counted, then by choice and name, and the same as one table by name. What all of it rests on is
 * marked once, at the count; what one choice rests on, at its actor.
 */
export function RollCall({ record }: { record: ViewOf<'event'> }) {
  const t = text('body');
  const names = new Intl.Collator(spokenLocale());
  const voters = record.content.choices
    .map(({ actor, choice }, index): Voter => ({ actor, choice, field: `/choices/${index}` }))
    .toSorted((a, b) => names.compare(nameOf(a.actor, record.links), nameOf(b.actor, record.links)));
  const groups = possible
    .map((choice) => ({ choice, voters: voters.filter((voter) => voter.choice === choice) }))
    .filter((group) => group.voters.length > 0);
  const whole = record.citations.filter(({ field }) => field === '/choices' || field === '');
  return (
    <>
      <div className="tally">
        <p>
          <strong>{t('event.choicesOnRecord', { count: voters.length })}</strong>
          <Marks of={marksFor(whole, '/choices')} />
        </p>
        <p className="legend">
          {groups.map((group) => (
            <span key={group.choice} className="nb">
              <ChoiceTag choice={group.choice} /> {figure(group.voters.length)}
            </span>
          ))}
        </p>
        <Units groups={groups.map((group) => ({ ...choiceLooks[group.choice], count: group.voters.length }))} />
      </div>
      <p className="hint">{t('event.choicesSilence')}</p>
      {groups.map((group) => (
        <section key={group.choice} className="voted" aria-labelledby={`voted-${group.choice}`}>
          <h3 id={`voted-${group.choice}`}>
            <ChoiceTag choice={group.choice} /> {figure(group.voters.length)}
          </h3>
          <ul>
            {group.voters.map((voter) => (
              <li key={voter.field}>
                <Named id={voter.actor} links={record.links} />
                <Marks of={marksWithin(record.citations, voter.field)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <VotesByName record={record} voters={voters} />
    </>
  );
}

function VotesByName({ record, voters }: { record: ViewOf<'event'>; voters: readonly Voter[] }) {
  const t = text('body');
  return (
    <details className="votes-by-name">
      <summary>{t('event.choicesTable')}</summary>
      <table className="table keep">
        <caption className="vh">{t('event.choicesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.actor')}</th>
            <th scope="col">{t('event.choice')}</th>
          </tr>
        </thead>
        <tbody>
          {voters.map(({ actor, choice, field }) => (
            <tr key={field}>
              <th scope="row">
                <Named id={actor} links={record.links} />
              </th>
              <td>
                <ChoiceTag choice={choice} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
