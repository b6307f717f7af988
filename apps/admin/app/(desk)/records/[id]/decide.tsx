import type { DeskRecord, DeskRevision, Me } from '@rapporteur/api/admin/desk-views';
import type { ReactNode } from 'react';
import { stateNames } from '../../../wording';
import { CommandForm } from './command-form';

interface Props {
  desked: DeskRecord;
  newest: DeskRevision;
  me: Me;
}

/** What may be done next with a record, by this person, in its state. The command decides again. */
export function Decide({ desked, newest, me }: Props) {
  const { record, missingEvidence, revisions } = desked;
  const target = { id: record.id, version: record.lockVersion };
  const may = (action: Me['may'][number]) => me.may.includes(action);
  const own = newest.authorId === me.id || newest.contributorIds.includes(me.id);
  const live = revisions.find((revision) => revision.state === 'live');
  const open = newest.state === 'draft' || newest.state === 'in_review' || newest.state === 'approved';
  return (
    <>
      <section aria-labelledby="next">
        <h2 id="next">What is next</h2>
        {record.mergedIntoId !== null && (
          <p className="refuse">
            This record was merged into <a href={`/records/${record.mergedIntoId}`}>another</a>.
          </p>
        )}
        {!open && record.mergedIntoId === null && (
          <p className="hint">Nothing is being worked on. {stateNames[newest.state]}.</p>
        )}
        {newest.state === 'draft' && may('record.submit') && (
          <CommandForm {...target} command="submit" button="Hand in for review" look="main" />
        )}
        {newest.state === 'in_review' && may('record.approve') && (
          <>
            {own && (
              <p className="refuse" role="status">
                <strong>You wrote this, so someone else must approve it.</strong>
              </p>
            )}
            <CommandForm {...target} command="approve" button="Approve" look="main" label="Comment, if any" />
          </>
        )}
        {newest.state === 'approved' && may('record.publish') && (
          <CommandForm {...target} command="publish" button={`Publish version ${newest.number}`} look="main" />
        )}
        {(newest.state === 'in_review' || newest.state === 'approved') && may('record.request_changes') && (
          <CommandForm
            {...target}
            command="requestChanges"
            button="Ask for changes"
            label="What has to change"
            required
          />
        )}
      </section>
      <section aria-labelledby="checks">
        <h2 id="checks">Checks</h2>
        <ul className="gate">
          {missingEvidence.length === 0 ? (
            <Check good>Every stated field rests on a passage</Check>
          ) : (
            missingEvidence.map((field) => (
              <Check key={field}>
                <code>{field}</code> needs a passage
              </Check>
            ))
          )}
          <Check good={!own}>{own ? 'You wrote or changed this version' : 'You are not its author'}</Check>
        </ul>
      </section>
      {live !== undefined && may('record.withdraw') && (
        <Choice title="Withdraw from the public">
          <CommandForm
            {...target}
            command="withdraw"
            button="Withdraw"
            look="bad"
            label="Reason, shown to readers"
            required
          />
        </Choice>
      )}
      {open && may('record.discard') && (
        <Choice title="Give up this version">
          <CommandForm {...target} command="discard" button={`Discard version ${newest.number}`} look="bad" />
        </Choice>
      )}
      {!open && record.mergedIntoId === null && may('record.restore') && (
        <Choice title="Go back to an older text">
          {revisions.map(({ number }) => (
            <CommandForm
              key={number}
              {...target}
              command="restore"
              number={number}
              button={`Restore version ${number} as a new draft`}
            />
          ))}
        </Choice>
      )}
    </>
  );
}

function Choice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <details>
        <summary>{title}</summary>
        {children}
      </details>
    </section>
  );
}

function Check({ good = false, children }: { good?: boolean; children: ReactNode }) {
  return (
    <li>
      <span className={good ? 'icon-good' : 'icon-warn'} aria-hidden="true">
        {good ? '✓' : '!'}
      </span>
      <span>{children}</span>
    </li>
  );
}
