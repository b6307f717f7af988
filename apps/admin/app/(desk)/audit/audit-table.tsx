import type { AuditItem } from '@rapporteur/api/admin/people-views';
import { text } from '../../../i18n/text';
import { atTime } from '../../wording';

const t = text('audit');

/** Entries of the log, the newest first. */
export function AuditTable({ items }: { items: readonly AuditItem[] }) {
  if (items.length === 0) {
    return (
      <div className="notice">
        <h2>{t('empty.title')}</h2>
        <p>{t('empty.advice')}</p>
      </div>
    );
  }
  return (
    <table className="audit">
      <caption className="vh">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.at')}</th>
          <th scope="col">{t('column.person')}</th>
          <th scope="col">{t('column.action')}</th>
          <th scope="col">{t('column.about')}</th>
          <th scope="col">{t('column.detail')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <tr key={entry.id}>
            <td>
              <time dateTime={entry.at}>{atTime(entry.at)}</time>
            </td>
            <td>{entry.person?.name ?? t('host')}</td>
            <td>
              <code>{entry.action}</code>
            </td>
            <td>
              <About entry={entry} />
            </td>
            <td className="detail">{detailOf(entry.detail)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function About({ entry: { record, revisionNumber, subject, person } }: { entry: AuditItem }) {
  if (record !== null) {
    return (
      <a href={`/records/${record.id}`}>
        {record.slug} {revisionNumber !== null && t('version', { number: revisionNumber })}
      </a>
    );
  }
  return <>{subject !== null && subject.id !== person?.id ? subject.name : null}</>;
}

/** What an entry adds, field by field: "role: editor, by: password". The files have every value whole. */
function detailOf(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return '';
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.map(told).join(', ') : told(value)}`)
    .join('; ');
}

const told = (value: unknown): string =>
  typeof value !== 'string' ? JSON.stringify(value) : /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}…` : value;
