import type { Me } from '@rapporteur/api/admin/desk-views';
import type { QueueEntry } from '@rapporteur/api/admin/queue-views';
import { kindNames } from '@rapporteur/domain/kinds';
import type { View } from '@rapporteur/domain/queue-lists';
import { Avatar } from '../app/shell/avatar';
import { Icon } from '../app/shell/desk-icon';
import { atTime } from '../app/wording';
import { text } from '../i18n/text';
import { nextStep, reviews } from './next-step';
import { ago, today } from './when';

const t = text('queue');

/** One record in a list. */
export function Row({ entry, me, now, view }: { entry: QueueEntry; me: Me; now: Date; view: View }) {
  const next = nextStep(t, entry, me, today(now), view);
  return (
    <tr data-id={entry.id}>
      <td className="choose">
        <input
          type="checkbox"
          name="item"
          value={`${entry.id}@${entry.lockVersion}`}
          aria-label={t('choose', { title: entry.title })}
        />
      </td>
      <th scope="row">
        <a href={`/records/${entry.id}`}>{entry.title}</a>
      </th>
      <td>
        <span className="kind">
          <Icon name={`i-${entry.kind}`} />
          {kindNames[entry.kind].singular}
        </span>
      </td>
      <td>
        <Evidence entry={entry} />
      </td>
      <td>
        <With entry={entry} me={me} />
      </td>
      <td title={next.words}>{next.late ? <span className="due-late">{next.words}</span> : next.words}</td>
      <td>
        <time dateTime={entry.changedAt} title={atTime(entry.changedAt)}>
          {ago(t, entry.changedAt, now)}
        </time>
      </td>
    </tr>
  );
}

const driftStates = ['gone', 'changed', 'moved'] as const;

/** How much of it rests on passages; of what is public, rather what has become of them. */
function Evidence({ entry: { evidence, drift, state } }: { entry: QueueEntry }) {
  const drifted = driftStates.find((known) => drift[known] > 0);
  if (drifted !== undefined && (state === 'live' || evidence.needed === 0)) {
    return (
      <span className="drift">
        <Icon name={`t-${drifted}`} />
        {t(`drift.${drifted}`, { count: drift[drifted] })}
      </span>
    );
  }
  if (evidence.needed === 0) return <span className="hint">{t('needsNone')}</span>;
  return (
    <span className="cover">
      <svg className="cover-bar" viewBox="0 0 56 5" aria-hidden="true">
        <rect className="cover-whole" width="56" height="5" rx="2.5" />
        <rect className="cover-part" width={(56 * evidence.cited) / evidence.needed} height="5" rx="2.5" />
      </svg>
      {t('cover', { cited: evidence.cited, needed: evidence.needed })}
    </span>
  );
}

function With({ entry, me }: { entry: QueueEntry; me: Me }) {
  const person = entry.with;
  if (person === null) return <span className="hint">{t('with.nobody')}</span>;
  const mine = person.id === me.id;
  return (
    <span className="who">
      <Avatar name={person.name} id={person.id} small />
      {mine ? t(reviews(entry, me) ? 'with.youReview' : 'with.you') : person.name}
    </span>
  );
}
