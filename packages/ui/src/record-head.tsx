import { hasFeed, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import type { RecordLink as RecordLinkTo, RecordView } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { Instant } from './dates';
import { Follow } from './follow';
import { Glyph } from './glyph';
import { foreign, hrefOf, KindTag, RecordLink } from './record-link';
import { text } from './text';
import { kindName } from './words';
import { original } from '@rapporteur/domain/translation/languages';

export function Crumbs({ kind, here, parent }: { kind: Kind; here: ReactNode; parent?: RecordLinkTo | undefined }) {
  return (
    <nav className="crumbs" aria-label={text('records')('whereYouAre')}>
      <ol>
        <li>
          <a href={`/${segmentOf(kind)}`}>{kindName(kind, 'many')}</a>
        </li>
        {parent === undefined ? null : (
          <li>
            <RecordLink record={parent} />
          </li>
        )}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

export function RecordHead({
  kind,
  tag,
  title,
  children,
}: {
  kind: Kind;
  tag?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="record-head">
      <KindTag kind={kind} {...(tag === undefined ? {} : { children: tag })} />
      <h1>{title}</h1>
      {children}
    </header>
  );
}

/** The kinds that can be followed. */
const followed = (kind: Kind) => (kind === 'actor' || kind === 'issue' ? kind : 'programme');

/** Which version is read, how its passages stand, and the ways on from here. */
export function RecordTools({ record }: { record: RecordView }) {
  const t = text('records');
  const passages = new Map(record.citations.map((citation) => [citation.passage.id, citation.passage.state]));
  const states = [...passages.values()];
  const verified = states.filter((state) => state === 'verified').length;
  return (
    <div className="record-tools">
      <ul>
        <li>
          <a href="#cite">
            <Glyph name="i-cite" className="i" />
            {t('tools.cite')}
          </a>
        </li>
        <li>
          <a href={`${hrefOf(record)}/history`}>
            <Glyph name="i-history" className="i" />
            {t('tools.history')}
          </a>
        </li>
        <li>
          <a href={`/r/${record.id}@${record.revisionNumber}`}>
            <Glyph name="i-check" className="i" />
            {t('tools.permanent')}
          </a>
        </li>
        {record.revisionNumber > 1 ? (
          <li>
            <a href={`${hrefOf(record)}/diff?to=${record.revisionNumber}`}>
              <Glyph name="t-changed" className="i" />
              {t('tools.changed')}
            </a>
          </li>
        ) : null}
        {hasFeed(record.kind) ? (
          <li>
            <Follow href={`${hrefOf(record)}/feed`} what={t(`follow.record.${followed(record.kind)}`)} />
          </li>
        ) : null}
      </ul>
      <p className="record-state">
        {t.rich('tools.state', {
          version: String(record.revisionNumber),
          when: () => <Instant value={record.publishedAt} />,
        })}
        {states.length === 0 ? '' : ' '}
        {states.length === 0
          ? ''
          : verified === states.length
            ? t('tools.allVerified', { count: verified })
            : t('tools.someVerified', { count: states.length, verified, not: String(states.length - verified) })}
      </p>
    </div>
  );
}

/** A correction is said on the page it corrects. Other changes stand in the history. */
export function CorrectionNotice({ record }: { record: RecordView }) {
  const { action, note, at } = record.change;
  if (action !== 'correct') return null;
  const t = text('records');
  return (
    <section className="rail-note">
      <h2>{t('correction.title')}</h2>
      <p>
        <Instant value={at} />
      </p>
      {note === null ? <p>{t('correction.noNote')}</p> : <p {...foreign(original)}>{note}</p>}
      {record.revisionNumber > 1 ? (
        <p>
          <a href={`${hrefOf(record)}/diff?to=${record.revisionNumber}`}>{t('correction.see')}</a>
        </p>
      ) : null}
    </section>
  );
}

export interface Fact {
  name: string;
  value: ReactNode;
  note?: ReactNode;
}

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>
            {fact.value}
            {fact.note === undefined || fact.note === null ? null : <small>{fact.note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function Section({
  id,
  title,
  aside,
  children,
  first = false,
}: {
  id: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  first?: boolean;
}) {
  return (
    <section className={first ? undefined : 'section'} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
