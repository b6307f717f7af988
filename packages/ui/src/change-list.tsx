import { formatStamp } from '@rapporteur/domain/instant';
import { original } from '@rapporteur/domain/translation/languages';
import type { PublicationView } from '@rapporteur/domain/views';
import { dayOf, Instant } from './dates';
import { Glyph, type GlyphName } from './glyph';
import { hidden } from './hidden';
import { foreign, hrefIn, hrefOf, nameLanguage, titleOf } from './record-link';
import { text } from './text';
import { kindName, languageName, word } from './words';

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

/** The address of a page just after a moment: the end of its second, which holds the change. */
export function addressAfter(instant: string, path: string): string {
  return `/at/${formatStamp(new Date(instant))}${path === '/' ? '' : path}`;
}

export function ActionTag({ action, language }: Pick<PublicationView, 'action' | 'language'>) {
  return (
    <span className={`turn change--${action}`}>
      <Glyph name={glyphs[action]} />
      {language === null
        ? word(action)
        : text('changes')('tag', { action: word(action), language: languageName(language) })}
    </span>
  );
}

/** Where what was published is read: the record, or its translation. */
const readAt = ({ action, language, record }: PublicationView) =>
  action === 'translate' && language !== null
    ? { href: hrefIn(language, record), hrefLang: language }
    : { href: hrefOf(record) };

/** Of what kind the record is, and its version; a translation has one that it was made from, and is none itself. */
function kindAndVersion({ record, language, revisionNumber }: PublicationView): string {
  const kind = kindName(record.kind);
  if (revisionNumber === null) return kind;
  const t = text('changes');
  const version = String(revisionNumber);
  return language === null ? t('log.ofVersion', { kind, version }) : t('log.ofTranslation', { kind, version });
}

/** What the editors said of a change, in their language. Of what was withdrawn later it is not known whether they did. */
function Note({ note, withdrawn }: Pick<PublicationView, 'note' | 'withdrawn'>) {
  if (note !== null) return <span {...foreign(original)}>{note}</span>;
  return <span className="hint">{text('changes')(withdrawn ? 'log.noteWithdrawn' : 'log.noNote')}</span>;
}

/** Whether the change made a version of the record. */
const isText = ({ action }: PublicationView) => ['publish', 'correct', 'update', 'edit'].includes(action);

/** The version that a change is compared with; none where what it made is not public any more. */
const before = ({ action, revisionNumber, withdrawn }: PublicationView): number | null =>
  !withdrawn && ['correct', 'update', 'edit'].includes(action) && revisionNumber !== null && revisionNumber > 1
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
                <span>{kindName(record.kind)}</span>
              </p>
              <p className="what">
                <a {...readAt(publication)} {...nameLanguage(record)}>
                  {titleOf(record)}
                </a>
              </p>
              {note === null ? null : (
                <p className="hint" {...foreign(original)}>
                  {note}
                </p>
              )}
              {from === null ? null : (
                <p className="hint">
                  <a href={`${hrefOf(record)}/diff?from=${from}&to=${revisionNumber}`}>
                    {text('changes').rich('whatChanged', {
                      title: () => <span {...nameLanguage(record)}>{titleOf(record)}</span>,
                      version: String(revisionNumber),
                      hidden,
                    })}
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
  const t = text('changes');
  return (
    <table className="table log-table">
      <caption>{t('log.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('log.when')}</th>
          <th scope="col">{t('log.record')}</th>
          <th scope="col">{t('log.change')}</th>
          <th scope="col">{t('log.why')}</th>
          <th scope="col">{t('log.read')}</th>
        </tr>
      </thead>
      <tbody>
        {publications.map((publication) => {
          const { sequence, recordedAt, record, action } = publication;
          return (
            <tr key={sequence} id={`change-${sequence}`}>
              <td data-label={t('log.when')}>
                <time dateTime={recordedAt}>
                  {dayOf(recordedAt, 'short')}, {recordedAt.slice(11, 19)}
                </time>
                <Hashes publication={publication} />
              </td>
              <th scope="row">
                <a {...readAt(publication)} {...nameLanguage(record)}>
                  {titleOf(record)}
                </a>
                <small>{kindAndVersion(publication)}</small>
              </th>
              <td data-label={t('log.change')}>
                <ActionTag action={action} language={publication.language} />
              </td>
              <td data-label={t('log.why')}>
                <Note note={publication.note} withdrawn={publication.withdrawn} />
              </td>
              <td data-label={t('log.read')}>
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
  const t = text('changes');
  const of = { change: String(sequence), hidden };
  return (
    <ul className="ways-inline">
      {from === null ? null : (
        <li>
          <a href={`${hrefOf(record)}/diff?from=${from}&to=${revisionNumber}`}>{t.rich('log.whatChanged', of)}</a>
        </li>
      )}
      {revisionNumber === null || !isText(publication) ? null : (
        <li>
          <a href={`/r/${record.id}@${revisionNumber}`}>
            {t.rich('log.version', { ...of, version: String(revisionNumber) })}
          </a>
        </li>
      )}
      <li>
        <a href={addressAfter(recordedAt, '/')}>{t.rich('log.recordThen', of)}</a>
      </li>
    </ul>
  );
}

function Hashes({ publication }: { publication: PublicationView }) {
  const t = text('changes');
  const code = () => <code>{publication.hash.slice(0, 8)}…</code>;
  return (
    <details className="hashes">
      <summary>{t.rich('log.hash', { change: String(publication.sequence), code })}</summary>
      <dl>
        <dt>{t('log.content')}</dt>
        <dd>
          <code>{publication.contentHash}</code>
        </dd>
        <dt>{t('log.before')}</dt>
        <dd>
          <code>{publication.previousHash}</code>
        </dd>
        <dt>{t('log.this')}</dt>
        <dd>
          <code>{publication.hash}</code>
        </dd>
      </dl>
    </details>
  );
}

/** Every public version of one record, newest first. */
export function HistoryList({ publications, path }: { publications: readonly PublicationView[]; path: string }) {
  const t = text('changes');
  return (
    <table className="table history">
      <caption className="vh">{t('history.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('history.version')}</th>
          <th scope="col">{t('history.published')}</th>
          <th scope="col">{t('log.change')}</th>
          <th scope="col">{t('log.why')}</th>
          <th scope="col">{t('log.read')}</th>
        </tr>
      </thead>
      <tbody>
        {publications.map((publication) => {
          const { sequence, revisionNumber, recordedAt, action } = publication;
          const from = before(publication);
          const [version, change] = [String(revisionNumber), String(sequence)];
          const name =
            revisionNumber === null ? t('history.change', { change }) : text('records')('version', { version });
          const madeFrom =
            revisionNumber === null ? t('history.fromChange', { change }) : t('history.fromVersion', { version });
          return (
            <tr key={sequence}>
              <th scope="row">{isText(publication) ? name : action === 'translate' ? madeFrom : t('history.none')}</th>
              <td data-label={t('history.published')}>
                <Instant value={recordedAt} style="short" time />
              </td>
              <td data-label={t('log.change')}>
                <ActionTag action={action} language={publication.language} />
              </td>
              <td data-label={t('log.why')}>
                <Note note={publication.note} withdrawn={publication.withdrawn} />
              </td>
              <td data-label={t('log.read')}>
                <span className="ways-inline">
                  {action !== 'translate' ? null : <a {...readAt(publication)}>{t('history.translation')}</a>}
                  {!isText(publication) || revisionNumber === null ? null : (
                    <a href={`/r/${publication.record.id}@${revisionNumber}`}>{name}</a>
                  )}
                  {from === null ? null : (
                    <a href={`${path}/diff?from=${from}&to=${revisionNumber}`}>
                      {t.rich('history.whatChanged', { version, hidden })}
                    </a>
                  )}
                  <a href={addressAfter(recordedAt, path)}>{t.rich('history.inTime', { change, hidden })}</a>
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
