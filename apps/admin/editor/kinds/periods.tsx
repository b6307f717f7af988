'use client';

import { bounds, edtfSchema, formatEdtf } from '@rapporteur/domain/edtf';
import { fieldName } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useDraft, useStore } from '../draft/context';
import { reorderItems, valueAt } from '../draft/draft';
import { Items, type ItemsProps } from '../fields/items';

interface Period {
  index: number;
  /** Days since the epoch; null where the side is open or not on record. */
  lower: number | null;
  upper: number | null;
  words: string;
}

/** Offices or memberships over time: each with its period, drawn on one line of years, and put in order by it. */
export function Periods(props: ItemsProps) {
  const t = useTranslations('editor');
  const { pointer } = props;
  const store = useStore();
  const key = useDraft((draft) => periodsOf(valueAt(draft, pointer)).join('\n'));
  const periods = readPeriods(key);
  const ordered = periods.toSorted((one, other) => (one.lower ?? -Infinity) - (other.lower ?? -Infinity));
  const sorted = ordered.every(({ index }, at) => index === periods[at]?.index);
  return (
    <>
      {periods.length > 1 && <Strip periods={periods} />}
      <Items {...props} />
      {!sorted && (
        <button
          type="button"
          className="button"
          onClick={() =>
            store.edit(`${pointer} ordered`, (draft) => {
              const all = periodsOf(valueAt(draft, pointer)).map((_, index) => index);
              const dated = ordered.map(({ index }) => index);
              return reorderItems(draft, pointer, [...dated, ...all.filter((index) => !dated.includes(index))]);
            })
          }
        >
          {t('periods.order')}
        </button>
      )}
    </>
  );
}

/** The periods as bars on one scale. What each bar says stands in words in its title and in the fields below. */
function Strip({ periods }: { periods: readonly Period[] }) {
  const t = useTranslations('editor');
  const days = periods.flatMap(({ lower, upper }) => [lower, upper]).filter((day) => day !== null);
  if (days.length === 0) return null;
  const from = Math.min(...days) - 180;
  const to = Math.max(...days) + 180;
  const x = (day: number) => (100 * (day - from)) / (to - from);
  return (
    <svg
      className="strip"
      viewBox={`0 0 100 ${periods.length * 4}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('periods.strip')}
    >
      {periods.map(({ index, lower, upper, words }, row) => (
        <rect
          key={index}
          className={lower === null || upper === null ? 'strip-bar strip-bar--open' : 'strip-bar'}
          x={x(lower ?? from)}
          width={Math.max(0.8, x(upper ?? to) - x(lower ?? from))}
          y={row * 4 + 0.8}
          height={2.4}
        >
          <title>{words}</title>
        </rect>
      ))}
    </svg>
  );
}

const periodsOf = (value: unknown): string[] =>
  ((value as readonly { period?: unknown }[] | undefined) ?? []).map(({ period }) =>
    typeof period === 'string' ? period : '',
  );

function readPeriods(key: string): Period[] {
  return key.split('\n').flatMap((period, index) => {
    if (!edtfSchema.safeParse(period).success) return [];
    const { lower, upper } = bounds(period);
    const words = `${fieldName(`/period/${index}`)}: ${formatEdtf(period)}`;
    return [{ index, lower: dayOf(lower), upper: dayOf(upper), words }];
  });
}

const dayOf = (iso: string | null) => (iso === null ? null : Date.parse(iso) / 86_400_000);
