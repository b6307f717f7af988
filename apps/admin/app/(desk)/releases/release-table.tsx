import type { ReleaseSummary } from '@rapporteur/domain/release-views';
import { text } from '../../../i18n/text';
import { atMoment, atTime } from '../../wording';

const t = text('release');

/** Releases, one a row. */
export function ReleaseTable({ items }: { items: readonly ReleaseSummary[] }) {
  return (
    <table className="people">
      <caption className="vh">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.release')}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col">{t('column.records')}</th>
          <th scope="col">{t('column.when')}</th>
          <th scope="col">{t('column.by')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((release) => (
          <tr key={release.id}>
            <th scope="row">
              <a href={`/releases/${release.id}`}>{release.name}</a>
            </th>
            <td>
              <span className="tag">{t(`state.${release.state}`)}</span>
            </td>
            <td>{t('records', { count: release.records })}</td>
            <td>{whenOf(release)}</td>
            <td>{release.createdBy.name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whenOf({ schedule, publishedAt, failure, createdAt }: ReleaseSummary): string {
  if (publishedAt !== null) return atTime(publishedAt);
  if (schedule !== null) return atMoment(schedule);
  if (failure !== null) return t('next.failed', { at: atTime(failure.at), why: failure.message });
  return t('made', { at: atTime(createdAt) });
}
