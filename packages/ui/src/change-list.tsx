import { formatStamp, secondAfter } from '@rapporteur/domain/instant';
import { labelOf } from '@rapporteur/domain/kinds';
import type { PublicationView } from '@rapporteur/domain/views';
import { dayOf, Instant } from './dates';
import { Glyph, type GlyphName } from './glyph';
import { hrefIn, hrefOf, titleOf } from './record-link';
import { languageName, lower, word } from './words';

const glyphs: Record<PublicationView['action'], GlyphName> = {
  publish: 't-new',
  correct: 't-changed',
  update: 't-moved',
  edit: 't-restated',
  withdraw: 't-gone',
  merge: 't-reversed',
  translate: 't-restated',
  withdraw_translation: 't-gone',
};

/** The address of a page just after a moment: addresses name whole seconds, so the next one holds the change. */
export function addressAfter(instant: string, path: string): string {
  const stamp = formatStamp(secondAfter(instant));
  return `/at/${stamp}${path === '/' ? '' : path}`;
}

export function ActionTag({ action, language }: Pick<PublicationView, 'action' | 'language'>) {
  return (
    <span className={`turn change--${action}`}>
      <Glyph name={glyphs[action]} />
      {word(action)}
      {language === null ? '' : `: ${languageName(language)}`}
    </span>
  );
}

/** Where what was published is read: the record, or its translation. */
const readAt = ({ action, language, record }: PublicationView) =>
  action === 'translate' && language !== null ? hrefIn(language, record) : hrefOf(record);

/** A translation has a version that it was made from, and is none itself. */
const ofVersion = ({ language }: PublicationView) => (language === null ? 'version' : 'from version');

/** Whether the change made a version of the record. */
const isText = ({ action }: PublicationView) => ['publish', 'correct', 'update', 'edit'].includes(action);

const before = ({ action, revisionNumber }: PublicationView): number | null =>
  ['correct', 'update', 'edit'].includes(action) && revisionNumber !== null && revisionNumber > 1
    ? revisionNumber - 1
    : null;

/** One line of what changed, in words and with its note. */
export function ChangeList({ publications }: { publications: readonly PublicationView[] }) {
  return (
    <ol className="changes">
      {publications.map((publication) => {
        const { record, revisionNumber, note } = publication;
        const from = before(publication);
        return (
          <li key={publication.sequence}>
            <p className="when">
              <Instant value={publication.recordedAt} style="short" />
            </p>
            <div>
              <p className="type">
                <ActionTag action={publication.action} language={publication.language} />
                <span>{labelOf(record.kind)}</span>
              </p>
              <p className="what">
                <a href={readAt(publication)}>{titleOf(record)}</a>
              </p>
              {note === null ? null : <p className="hint">{note}</p>}
              {from === null ? null : (
                <p className="hint">
                  <a href={`${hrefOf(record)}/diff?from=${from}&to=${revisionNumber}`}>
                    What changed
                    <span className="vh">
                      {' '}
                      in {titleOf(record)}, version {revisionNumber}
                    </span>
                  </a>
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The publication log: every public change with the hashes that chain it to the one before. */
export function PublicationLog({ publications }: { publications: readonly PublicationView[] }) {
  return (
    <table className="table log-table">
      <caption>Every published change, latest first, with the fingerprint that ties it to the one before</caption>
      <thead>
        <tr>
          <th scope="col">When, UTC</th>
          <th scope="col">Record</th>
          <th scope="col">Change</th>
          <th scope="col">Why</th>
          <th scope="col">Read</th>
        </tr>
      </thead>
      <tbody>
        {publications.map((publication) => {
          const { sequence, recordedAt, record, revisionNumber, action, note } = publication;
          return (
            <tr key={sequence} id={`change-${sequence}`}>
              <td data-label="When, UTC">
                <time dateTime={recordedAt}>
                  {dayOf(recordedAt, 'short')}, {recordedAt.slice(11, 19)}
                </time>
                <Hashes publication={publication} />
              </td>
              <th scope="row">
                <a href={readAt(publication)}>{titleOf(record)}</a>
                <small>
                  {labelOf(record.kind)}
                  {revisionNumber === null ? '' : `, ${ofVersion(publication)} ${revisionNumber}`}
                </small>
              </th>
              <td data-label="Change">
                <ActionTag action={action} language={publication.language} />
              </td>
              <td data-label="Why">{note ?? <span className="hint">No note</span>}</td>
              <td data-label="Read">
                <Ways publication={publication} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Ways({ publication }: { publication: PublicationView }) {
  const { record, revisionNumber, recordedAt, sequence } = publication;
  const from = before(publication);
  const of = <span className="vh">, change {sequence}</span>;
  return (
    <ul className="ways-inline">
      {from === null ? null : (
        <li>
          <a href={`${hrefOf(record)}/diff?from=${from}&to=${revisionNumber}`}>What changed{of}</a>
        </li>
      )}
      {revisionNumber === null || !isText(publication) ? null : (
        <li>
          <a href={`/r/${record.id}@${revisionNumber}`}>
            Version {revisionNumber}
            {of}
          </a>
        </li>
      )}
      <li>
        <a href={addressAfter(recordedAt, '/')}>The record then{of}</a>
      </li>
    </ul>
  );
}

function Hashes({ publication }: { publication: PublicationView }) {
  return (
    <details className="hashes">
      <summary>
        Change {publication.sequence} <code>{publication.hash.slice(0, 8)}…</code>
      </summary>
      <dl>
        <dt>Content</dt>
        <dd>
          <code>{publication.contentHash}</code>
        </dd>
        <dt>Change before</dt>
        <dd>
          <code>{publication.previousHash}</code>
        </dd>
        <dt>This change</dt>
        <dd>
          <code>{publication.hash}</code>
        </dd>
      </dl>
    </details>
  );
}

/** Every public version of one record, newest first. */
export function HistoryList({ publications, path }: { publications: readonly PublicationView[]; path: string }) {
  return (
    <table className="table history">
      <caption className="vh">Changes of this record, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Published</th>
          <th scope="col">Change</th>
          <th scope="col">Why</th>
          <th scope="col">Read</th>
        </tr>
      </thead>
      <tbody>
        {publications.map((publication) => {
          const { sequence, revisionNumber, recordedAt, action, note } = publication;
          const from = before(publication);
          const name = revisionNumber === null ? `Change ${sequence}` : `Version ${revisionNumber}`;
          return (
            <tr key={sequence}>
              <th scope="row">
                {isText(publication) ? name : action === 'translate' ? `From ${lower(name)}` : 'None'}
              </th>
              <td data-label="Published">
                <Instant value={recordedAt} style="short" time />
              </td>
              <td data-label="Change">
                <ActionTag action={action} language={publication.language} />
              </td>
              <td data-label="Why">{note ?? <span className="hint">No note</span>}</td>
              <td data-label="Read">
                <span className="ways-inline">
                  {action !== 'translate' ? null : <a href={readAt(publication)}>Translation</a>}
                  {!isText(publication) || revisionNumber === null ? null : (
                    <a href={`/r/${publication.record.id}@${revisionNumber}`}>{name}</a>
                  )}
                  {from === null ? null : (
                    <a href={`${path}/diff?from=${from}&to=${revisionNumber}`}>
                      What changed<span className="vh"> in version {revisionNumber}</span>
                    </a>
                  )}
                  <a href={addressAfter(recordedAt, path)}>
                    In its time<span className="vh">, change {sequence}</span>
                  </a>
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
