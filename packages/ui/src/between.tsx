import { actions, mostCounted, type BetweenFilter, type ChangesBetween } from '@rapporteur/domain/between-views';
import { isCorrection } from '@rapporteur/domain/correction';
import { kinds } from '@rapporteur/domain/kinds';
import { ChangeList } from './change-list';
import { Chips } from './chips';
import { Pager } from './list-view';
import { text } from './text';
import { kindName, word } from './words';

/** The address of a comparison of the whole record, narrowed or gone on with. */
export function betweenAddress(
  { from, to }: { from: string; to: string },
  { change, kind }: BetweenFilter,
  after: number | null = null,
): string {
  const fields = Object.entries({ from, to, change, kind, after: after === null ? null : String(after) });
  return `/compare?${fields.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`])).join('&')}`;
}

interface Days {
  from: string;
  to: string;
}
type Counts = ChangesBetween['counts'];
const sum = (counts: Counts): number => counts.reduce((total, { count }) => total + count, 0);

interface Props {
  days: Days;
  filter: BetweenFilter;
  changes: ChangesBetween;
  /** Where nothing is narrowed: the newest corrections, withdrawals and merges, before everything else. */
  wrong: ChangesBetween | null;
  after: number | null;
}

/** What changed in the whole record between two days: how much of what, and first where it was wrong. */
export function Between({ days, filter, changes, wrong, after }: Props) {
  const t = text('changes');
  const { counts } = changes;
  if (counts.length === 0) return <p className="section-note">{t('compare.same')}</p>;
  const allWrong = sum(counts.filter(({ change }) => isCorrection({ action: change })));
  const others: BetweenFilter = { change: 'others', kind: null };
  const told = wrong === null ? filter : others;
  return (
    <>
      <CountTable days={days} counts={counts} />
      {changes.more ? <p className="hint">{t('compare.atLeast', { count: mostCounted })}</p> : null}
      <Narrowed days={days} filter={filter} />
      {wrong === null || wrong.items.length === 0 ? null : (
        <section className="section" aria-labelledby="wrong">
          <div className="section-head section-rule">
            <h3 id="wrong">{t('compare.wrong')}</h3>
            {wrong.next === null ? null : (
              <a href={betweenAddress(days, { change: 'corrections', kind: null })}>
                {t('compare.wrongAll', { count: allWrong })}
              </a>
            )}
          </div>
          <ChangeList publications={wrong.items} />
        </section>
      )}
      {changes.items.length === 0 ? null : (
        <section className="section" aria-labelledby="told">
          <div className="section-head section-rule">
            <h3 id="told">{t(wrong === null ? 'compare.told' : 'compare.others')}</h3>
          </div>
          <ChangeList publications={changes.items} />
        </section>
      )}
      <Pager
        first={after === null ? null : betweenAddress(days, filter)}
        next={changes.next === null ? null : betweenAddress(days, told, changes.next)}
      />
    </>
  );
}

/** How many changes of each kind there are in records of each kind; each number leads to these changes. */
function CountTable({ days, counts }: { days: Days; counts: Counts }) {
  const t = text('changes');
  const columns = actions.filter((action) => counts.some(({ change }) => change === action));
  const rows = kinds.filter((kind) => counts.some((each) => each.kind === kind));
  const cell = (filter: BetweenFilter, shown: Counts) =>
    shown.length === 0 ? '0' : <a href={betweenAddress(days, filter)}>{t('compare.number', { count: sum(shown) })}</a>;
  return (
    <table className="table between-counts">
      <caption>{t('compare.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compare.record')}</th>
          {columns.map((change) => (
            <th scope="col" key={change}>
              {word(change)}
            </th>
          ))}
          <th scope="col">{t('compare.all')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((kind) => (
          <tr key={kind}>
            <th scope="row">{kindName(kind, 'many')}</th>
            {columns.map((change) => (
              <td key={change} data-label={word(change)}>
                {cell(
                  { change, kind },
                  counts.filter((each) => each.kind === kind && each.change === change),
                )}
              </td>
            ))}
            <td data-label={t('compare.all')}>
              {cell(
                { change: null, kind },
                counts.filter((each) => each.kind === kind),
              )}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('compare.all')}</th>
          {columns.map((change) => (
            <td key={change} data-label={word(change)}>
              {cell(
                { change, kind: null },
                counts.filter((each) => each.change === change),
              )}
            </td>
          ))}
          <td data-label={t('compare.all')}>{t('compare.every', { count: sum(counts) })}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** What the list is narrowed to. */
function Narrowed({ days, filter }: { days: Days; filter: BetweenFilter }) {
  const { change, kind } = filter;
  const without = (left: Partial<BetweenFilter>) => betweenAddress(days, { ...filter, ...left });
  return (
    <Chips
      chips={[
        ...(change === null ? [] : [{ label: changeName(change), href: without({ change: null }) }]),
        ...(kind === null ? [] : [{ label: kindName(kind, 'many'), href: without({ kind: null }) }]),
      ]}
    />
  );
}

function changeName(change: NonNullable<BetweenFilter['change']>): string {
  const t = text('changes');
  if (change === 'corrections') return t('compare.wrong');
  return change === 'others' ? t('compare.others') : word(change);
}
