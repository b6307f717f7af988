'use client';

import { steps as allSteps, type CommitmentContent } from '@rapporteur/domain/content/commitment';
import { bounds, edtfSchema, formatEdtf } from '@rapporteur/domain/edtf';
import { word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useDraft } from '../draft/context';
import { valueAt } from '../draft/draft';
import { Items, type ItemsProps } from '../fields/items';

type Step = CommitmentContent['steps'][number];

/** How far a commitment has come: the steps on record, and those of which nothing is. */
export function Steps(props: ItemsProps) {
  const t = useTranslations('editor');
  return (
    <>
      <Ladder list={props.pointer} />
      <Items {...props} add={t('steps.add')} />
    </>
  );
}

function Ladder({ list }: { list: string }) {
  const t = useTranslations('editor');
  const steps = (useDraft((draft) => valueAt(draft, list)) as readonly Partial<Step>[] | undefined) ?? [];
  const ends = steps.some(({ step }) => step === 'lapsed' || step === 'superseded');
  const shown = allSteps.filter(
    (step) => (step !== 'lapsed' && step !== 'superseded') || (ends && steps.some((known) => known.step === step)),
  );
  return (
    <>
      <ol className="ladder" aria-label={t('steps.ladder')}>
        {shown.map((name) => {
          const reached = steps.find(({ step }) => step === name);
          const date = reached?.date;
          return (
            <li key={name} className={reached === undefined ? '' : 'is-reached'}>
              <strong>{word(name)}</strong>
              <span className="hint">
                {reached === undefined
                  ? t('notOnRecord')
                  : date !== undefined && edtfSchema.safeParse(date).success
                    ? formatEdtf(date, { style: 'short' })
                    : t('steps.noDate')}
              </span>
            </li>
          );
        })}
      </ol>
      {outOfOrder(steps) && <p className="hint icon-warn">{t('steps.order')}</p>}
    </>
  );
}

/** Whether a step ends before one that stands above it begins. It can be so; it is more often a slip. */
function outOfOrder(steps: readonly Partial<Step>[]): boolean {
  let latest = '';
  for (const { date } of steps) {
    if (date === undefined || !edtfSchema.safeParse(date).success) continue;
    const { lower, upper } = bounds(date);
    if (upper !== null && upper < latest) return true;
    if (lower !== null && lower > latest) latest = lower;
  }
  return false;
}
