import { hasFeed, labelOf, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import type { RecordView } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { Instant } from './dates';
import { Follow } from './follow';
import { Glyph } from './glyph';
import { hrefOf, KindTag } from './record-link';
import { plural, word } from './words';

export function Crumbs({
  kind,
  here,
  parent,
}: {
  kind: Kind;
  here: ReactNode;
  parent?: { href: string; title: string } | undefined;
}) {
  return (
    <nav className="crumbs" aria-label="Where you are">
      <ol>
        <li>
          <a href={`/${segmentOf(kind)}`}>{labelOf(kind, 'plural')}</a>
        </li>
        {parent === undefined ? null : (
          <li>
            <a href={parent.href}>{parent.title}</a>
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

/** Which version is read, how its passages stand, and the ways on from here. */
export function RecordTools({ record }: { record: RecordView }) {
  const passages = new Map(record.citations.map((citation) => [citation.passage.id, citation.passage.state]));
  const states = [...passages.values()];
  const verified = states.filter((state) => state === 'verified').length;
  return (
    <div className="record-tools">
      <ul>
        <li>
          <a href="#cite">
            <Glyph name="i-cite" className="i" />
            Cite
          </a>
        </li>
        <li>
          <a href={`${hrefOf(record)}/history`}>
            <Glyph name="i-history" className="i" />
            History
          </a>
        </li>
        <li>
          <a href={`/r/${record.id}@${record.revisionNumber}`}>
            <Glyph name="i-check" className="i" />
            Permanent address
          </a>
        </li>
        {record.revisionNumber > 1 ? (
          <li>
            <a href={`${hrefOf(record)}/diff?from=${record.revisionNumber - 1}&to=${record.revisionNumber}`}>
              <Glyph name="t-changed" className="i" />
              What changed last
            </a>
          </li>
        ) : null}
        {hasFeed(record.kind) ? (
          <li>
            <Follow
              href={`${hrefOf(record)}/feed`}
              what={`what is new about this ${labelOf(record.kind).toLowerCase()}, and what was corrected`}
            />
          </li>
        ) : null}
      </ul>
      <p className="record-state">
        Version {record.revisionNumber}, <Instant value={record.publishedAt} />.
        {states.length === 0
          ? ''
          : ` ${plural(states.length, 'passage')}${verified === states.length ? ', all verified' : `: ${verified} verified, ${states.length - verified} not`}.`}
      </p>
    </div>
  );
}

/** A correction is said on the page it corrects. Other changes stand in the history. */
export function CorrectionNotice({ record }: { record: RecordView }) {
  const { action, note, at } = record.change;
  if (action !== 'correct') return null;
  return (
    <section className="rail-note">
      <h2>{word(action)} on this page</h2>
      <p>
        <Instant value={at} />. {note ?? 'The editors left no note.'}
      </p>
      {record.revisionNumber > 1 ? (
        <p>
          <a href={`${hrefOf(record)}/diff?from=${record.revisionNumber - 1}&to=${record.revisionNumber}`}>
            See what changed
          </a>
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
