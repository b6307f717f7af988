import type { IntakeSummary } from '@rapporteur/domain/intake/views';
import { text } from '../i18n/text';
import { atTime } from '../app/wording';
import { ProgressStrip } from './progress-strip';

const t = text('intake');

/** What came in: what it is called, how far it is, and who took it in when. */
export function ItemTable({ items, caption }: { items: readonly IntakeSummary[]; caption: string }) {
  return (
    <table className="people intake-table">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.text')}</th>
          <th scope="col">{t('column.how')}</th>
          <th scope="col">{t('column.by')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <a href={`/intake/${item.id}`}>{item.name === '' ? t('unnamed') : item.name}</a>
              {item.aside && <span className="tag">{t('aside')}</span>}
            </th>
            <td>
              <How item={item} />
            </td>
            <td>
              {t('by', { name: item.by.name })} <time dateTime={item.takenIn}>{atTime(item.takenIn)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function How({ item }: { item: IntakeSummary }) {
  const { state, progress, problem, decided } = item;
  if (state === 'failed') return <span className="icon-bad">{problem}</span>;
  if (state === 'waiting' || state === 'reading') {
    const says = t(progress.step === null ? 'step.wait' : `step.${progress.step}`);
    return (
      <span className="intake-reading">
        <progress max={progress.of} value={progress.done} aria-label={says} /> {says}
      </span>
    );
  }
  const all = decided.accepted + decided.edited + decided.merged + decided.rejected + decided.left;
  return (
    <span className="progress">
      <span>{t('decided', { done: all - decided.left, all })}</span>
      <ProgressStrip marks={marksOf(decided)} label={t('tally', decided)} />
    </span>
  );
}

/** How many were decided how, as marks: the order is that of the decisions' names, because the list does not know the text. */
function marksOf(decided: IntakeSummary['decided']) {
  const kinds = ['accepted', 'edited', 'merged', 'rejected'] as const;
  return [
    ...kinds.flatMap((kind) => Array.from({ length: decided[kind] }, () => kind)),
    ...Array.from({ length: decided.left }, () => null),
  ];
}
