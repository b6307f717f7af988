import type { DeskRecord, Me } from '@rapporteur/api/admin/desk-views';
import type { ReactNode } from 'react';
import { text } from '../../../../i18n/text';
import { shortDay, snoozeDays, today } from '../../../../queue/when';
import { Avatar } from '../../../shell/avatar';
import { CommandForm } from './command-form';

const t = text('review');
const queue = text('queue');

interface Props {
  record: DeskRecord['record'];
  colleagues: readonly { id: string; name: string }[];
  me: Me;
  now: Date;
}

/** Whose work a record is, by which day, and until which day it is out of sight: in the words of the queue. */
export function Work({ record, colleagues, me, now }: Props) {
  const { assignee, dueOn, snoozedUntil } = record;
  const day = today(now);
  const target = { id: record.id, version: record.lockVersion };
  const mine = assignee?.id === me.id;
  // What somebody else has, only they or an editor hand on.
  const free = assignee === null || mine || me.may.includes('work.reassign');
  const isHidden = snoozedUntil !== null && snoozedUntil > day;
  const isLate = dueOn !== null && dueOn < day;
  return (
    <section aria-labelledby="work">
      <h2 id="work">{queue('column.with')}</h2>
      <p>
        {assignee === null ? (
          <span className="hint">{queue('with.nobody')}</span>
        ) : (
          <span className="who">
            <Avatar name={assignee.name} id={assignee.id} small />
            {mine ? queue('with.you') : assignee.name}
          </span>
        )}
      </p>
      {dueOn !== null && (
        <p className={isLate ? 'due-late' : undefined}>
          {t(isLate ? 'work.late' : 'work.due', { day: shortDay(dueOn, day) })}
        </p>
      )}
      {isHidden && <p className="hint">{queue('next.snoozed', { day: shortDay(snoozedUntil, day) })}</p>}
      {me.may.includes('work.assign') && (
        <div className="acts acts--start">
          {assignee === null && <CommandForm {...target} command="take" button={queue('bulk.commands.take')} />}
          {assignee !== null && free && (
            <CommandForm {...target} command="release" button={queue('bulk.commands.release')} />
          )}
        </div>
      )}
      {me.may.includes('work.assign') && free && (
        <Fold title={queue('bulk.commands.handOver')}>
          <CommandForm
            {...target}
            command="handOver"
            button={queue('bulk.commands.handOver')}
            fields={[
              {
                name: 'to',
                label: queue('bulk.to'),
                as: 'choice',
                options: colleagues
                  .filter(({ id }) => id !== assignee?.id)
                  .map(({ id, name }) => ({ value: id, label: name })),
              },
            ]}
          />
        </Fold>
      )}
      {me.may.includes('work.plan') && (
        <>
          <Fold title={t('work.setDue')}>
            <CommandForm
              {...target}
              command="due"
              button={t('work.setDue')}
              fields={[{ name: 'day', label: t('work.day'), as: 'day', value: dueOn ?? '' }]}
            />
          </Fold>
          <Fold title={queue('bulk.commands.snooze')}>
            <CommandForm
              {...target}
              command="snooze"
              button={queue('bulk.commands.snooze')}
              fields={[
                {
                  name: 'day',
                  label: queue('bulk.until'),
                  as: 'day',
                  value: isHidden ? snoozedUntil : (snoozeDays(now)[0]?.day ?? ''),
                },
              ]}
            />
          </Fold>
          {isHidden && <CommandForm {...target} command="snooze" button={t('work.bringBack')} />}
        </>
      )}
    </section>
  );
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
