import { frozenAddress } from '@rapporteur/domain/question/frozen-id';
import { mostMembers, type ReopenedView } from '@rapporteur/domain/question/views';
import { formatPermalink } from '@rapporteur/domain/permalink';
import type { RecordLink as Link } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { addressAfter } from '../change-list';
import { Instant } from '../dates';
import { hrefOf, RecordLink, titleOf } from '../record-link';
import { plural, word } from '../words';
import { questionHref, questionTitle } from './question-title';

/** A frozen question, opened again: its answer as it stood, whether that is proved, and what changed since. */
export function ReopenedQuestion({ reopened }: { reopened: ReopenedView }) {
  const { question, about, frozen, verified } = reopened;
  const title = questionTitle(question, about);
  return (
    <>
      <header className="record-head list-head">
        <h1>{title}</h1>
        <p className="standfirst">
          This question was asked of version {frozen.version} of the record, of{' '}
          <Instant value={frozen.recordedAt} time />. Here is the answer as it stood, and what has changed since.
        </p>
      </header>
      {verified ? <Verified reopened={reopened} /> : <Altered />}
      <Ways reopened={reopened} href={questionHref(question, about)} />
      <Since reopened={reopened} />
      <section className="section" aria-labelledby="then">
        <div className="section-head section-rule">
          <h2 id="then">The answer as it stood</h2>
        </div>
        <Told list={reopened.members} empty="Nothing on record answered this question then.">
          {({ record, revision }) => <Version record={record} revision={revision} />}
        </Told>
      </section>
    </>
  );
}

function Verified({ reopened: { frozen } }: { reopened: ReopenedView }) {
  const { id, sha256 } = frozen;
  return (
    <section className="notice" aria-labelledby="verified">
      <h2 id="verified">The answer is the one that was cited</h2>
      <p>It was made again from the record just now, and has the fingerprint that its address holds.</p>
      <p className="hint">
        SHA-256: <code className="fingerprint">{sha256}</code>
      </p>
      <p>
        <a href={`${frozenAddress(id ?? '')}/answer.json`}>
          The answer as a document<span className="vh">, whose SHA-256 this is</span>
        </a>
      </p>
    </section>
  );
}

function Altered() {
  return (
    <section className="notice notice--error" role="alert" aria-labelledby="altered">
      <h2 id="altered">This is not the answer that was cited</h2>
      <p>
        The record gives another answer for that version than the one whose fingerprint this address holds. Either the
        address was altered on its way to you, or the record answers such questions otherwise than it did. Compare it
        with the document of whoever cited it, and do not cite this page.
      </p>
    </section>
  );
}

function Ways({ reopened, href }: { reopened: ReopenedView; href: string | null }) {
  if (href === null) return null;
  const { frozen, movedWithinSecond } = reopened;
  return (
    <section className="section" aria-label="Ways on">
      <ul className="basis">
        <li>
          <a href={addressAfter(frozen.recordedAt, href)}>The page as it stood</a>
          {movedWithinSecond
            ? ' (the record changed again within the same second: that page shows the later state)'
            : ''}
        </li>
        <li>
          <a href={href}>The page as it stands now</a>
        </li>
      </ul>
    </section>
  );
}

function Since({ reopened }: { reopened: ReopenedView }) {
  const { frozen, now, added, gone, changed } = reopened;
  const same = added.count + gone.count + changed.count === 0;
  return (
    <section className="section" aria-labelledby="since">
      <div className="section-head section-rule">
        <h2 id="since">What changed since</h2>
      </div>
      <p className="section-note">
        {same
          ? `Nothing. Version ${now.version} of the record gives the same answer.`
          : `Version ${now.version} of the record, of `}
        {same ? null : (
          <>
            <Instant value={now.recordedAt} time />: {plural(added.count, 'record', 'records')} more, {gone.count} gone,{' '}
            {changed.count} changed.
          </>
        )}
      </p>
      {frozen.complete && now.complete ? null : (
        <p className="hint">
          Only the first {mostMembers.toLocaleString('en-GB')} records are compared, so that one may have come or gone
          by its place in the list alone.
        </p>
      )}
      <Group title="New in the answer" list={added}>
        {({ record, revision }) => <Version record={record} revision={revision} />}
      </Group>
      <Group title="No longer in the answer" list={gone}>
        {({ record, revision }) => <Version record={record} revision={revision} />}
      </Group>
      <Group title="Changed" list={changed}>
        {({ record, from, to }) => (
          <>
            <RecordLink record={record} />{' '}
            <a className="hint" href={`${hrefOf(record)}/diff?from=${from}&to=${to}`}>
              Version {from} and version {to}
              <span className="vh"> of {titleOf(record)}</span>
            </a>
          </>
        )}
      </Group>
    </section>
  );
}

interface List<T> {
  count: number;
  items: readonly T[];
}

function Group<T extends { record: Link }>({
  title,
  list,
  children,
}: {
  title: string;
  list: List<T>;
  children: (item: T) => ReactNode;
}) {
  if (list.count === 0) return null;
  return (
    <>
      <h3>
        {title} ({list.count})
      </h3>
      <Told list={list} empty="">
        {children}
      </Told>
    </>
  );
}

function Told<T extends { record: Link }>({
  list,
  empty,
  children,
}: {
  list: List<T>;
  empty: string;
  children: (item: T) => ReactNode;
}) {
  if (list.count === 0) return <p className="section-note">{empty}</p>;
  const more = list.count - list.items.length;
  return (
    <>
      <ul className="answer-records">
        {list.items.map((item) => (
          <li key={item.record.id}>{children(item)}</li>
        ))}
      </ul>
      {more > 0 ? (
        <p className="hint">And {more.toLocaleString('en-GB')} more, in the document of the answer.</p>
      ) : null}
    </>
  );
}

/** A record in the version that answered. What was withdrawn since is named no more. */
function Version({ record, revision }: { record: Link; revision: number }) {
  return (
    <>
      <RecordLink record={record} />{' '}
      {record.state === 'live' ? (
        <a className="hint" href={formatPermalink(record.id, revision)}>
          Version {revision}
          <span className="vh"> of {titleOf(record)}</span>
        </a>
      ) : (
        <span className="hint">{word(record.state === 'merged' ? 'merge' : 'withdraw')}</span>
      )}
    </>
  );
}
