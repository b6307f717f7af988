import { frozenAddress } from '@rapporteur/domain/question/frozen-id';
import { mostMembers, type ReopenedView } from '@rapporteur/domain/question/views';
import type { Question } from '@rapporteur/domain/question/question';
import { formatPermalink } from '@rapporteur/domain/permalink';
import type { RecordLink as Link } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { addressAfter } from '../change-list';
import { Instant } from '../dates';
import { hrefOf, RecordLink, titleOf } from '../record-link';
import { hidden } from '../hidden';
import { text } from '../text';
import { word } from '../words';
import { questionHref, questionTitle } from './question-title';

/** A frozen question, opened again: its answer as it stood, whether that is proved, and what changed since. */
export function ReopenedQuestion({ reopened }: { reopened: ReopenedView }) {
  const { question, about, frozen, verified } = reopened;
  const title = questionTitle(question, about);
  const t = text('answer');
  return (
    <>
      <header className="record-head list-head">
        <h1>{title}</h1>
        <p className="standfirst">
          {t.rich('lead', {
            version: String(frozen.version),
            when: () => <Instant value={frozen.recordedAt} time />,
          })}
        </p>
      </header>
      {verified ? <Verified reopened={reopened} /> : <Altered byRegion={asksForRegion(question)} />}
      <Ways reopened={reopened} href={questionHref(question, about)} />
      <Since reopened={reopened} />
      <section className="section" aria-labelledby="then">
        <div className="section-head section-rule">
          <h2 id="then">{t('stood')}</h2>
        </div>
        <Told list={reopened.members} empty={t('nothingThen')}>
          {({ record, revision }) => <Version record={record} revision={revision} />}
        </Told>
      </section>
    </>
  );
}

function Verified({ reopened: { frozen } }: { reopened: ReopenedView }) {
  const { id, sha256 } = frozen;
  const t = text('answer');
  return (
    <section className="notice" aria-labelledby="verified">
      <h2 id="verified">{t('verified.title')}</h2>
      <p>{t('verified.text')}</p>
      <p className="hint">
        SHA-256: <code className="fingerprint">{sha256}</code>
      </p>
      <p>
        <a href={`${frozenAddress(id ?? '')}/answer.json`}>{t.rich('verified.document', { hidden })}</a>
      </p>
    </section>
  );
}

/** Whether the answer hangs on the table of regions, which is not part of the record. */
const asksForRegion = (question: Question): boolean => 'region' in question && question.region !== null;

function Altered({ byRegion }: { byRegion: boolean }) {
  const t = text('answer');
  return (
    <section className="notice notice--error" role="alert" aria-labelledby="altered">
      <h2 id="altered">{t('altered.title')}</h2>
      <p>{t('altered.text')}</p>
      {byRegion ? <p>{t('altered.region')}</p> : null}
    </section>
  );
}

function Ways({ reopened, href }: { reopened: ReopenedView; href: string | null }) {
  if (href === null) return null;
  const { frozen, movedWithinSecond } = reopened;
  const t = text('answer');
  return (
    <section className="section" aria-label={t('ways.label')}>
      <ul className="basis">
        <li>
          <a href={addressAfter(frozen.recordedAt, href)}>{t('ways.stood')}</a>
          {movedWithinSecond ? ` ${t('ways.moved')}` : ''}
        </li>
        <li>
          <a href={href}>{t('ways.now')}</a>
        </li>
      </ul>
    </section>
  );
}

function Since({ reopened }: { reopened: ReopenedView }) {
  const { frozen, now, added, gone, changed } = reopened;
  const t = text('answer');
  const same = added.count + gone.count + changed.count === 0;
  return (
    <section className="section" aria-labelledby="since">
      <div className="section-head section-rule">
        <h2 id="since">{t('since.title')}</h2>
      </div>
      <p className="section-note">
        {same
          ? t('since.same', { version: String(now.version) })
          : t.rich('since.moved', {
              version: String(now.version),
              when: () => <Instant value={now.recordedAt} time />,
              added: added.count,
              gone: gone.count,
              changed: changed.count,
            })}
      </p>
      {frozen.complete && now.complete ? null : <p className="hint">{t('since.onlyFirst', { most: mostMembers })}</p>}
      <Group title={t('since.added', { count: String(added.count) })} list={added}>
        {({ record, revision }) => <Version record={record} revision={revision} />}
      </Group>
      <Group title={t('since.gone', { count: String(gone.count) })} list={gone}>
        {({ record, revision }) => <Version record={record} revision={revision} />}
      </Group>
      <Group title={t('since.changed', { count: String(changed.count) })} list={changed}>
        {({ record, from, to }) => (
          <>
            <RecordLink record={record} />{' '}
            <a className="hint" href={`${hrefOf(record)}/diff?from=${from}&to=${to}`}>
              {t.rich('since.versions', { from: String(from), to: String(to), title: titleOf(record), hidden })}
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
      <h3>{title}</h3>
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
      {more > 0 ? <p className="hint">{text('answer')('more', { count: more })}</p> : null}
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
          {text('answer').rich('version', { version: String(revision), title: titleOf(record), hidden })}
        </a>
      ) : (
        <span className="hint">{word(record.state === 'merged' ? 'merge' : 'withdraw')}</span>
      )}
    </>
  );
}
