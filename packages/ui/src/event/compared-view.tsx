import type { RecordLink } from '@rapporteur/domain/views';
import { comparedChoices, type VotesCompared } from '@rapporteur/domain/vote-views';
import { Pager } from '../list-view';
import { VoteTable } from '../record/votes';
import { nameLanguage, titleOf } from '../record-link';
import { spokenLocale } from '../speech';
import { text } from '../text';
import { figure } from '../words';
import { votesAddress, type AskedVotes } from './address';
import { isYearWithin } from './shared-chips';
import { VotesForm } from './votes-form';
import { VotesHead } from './votes-head';
import { NothingFits } from './nothing-fits';
import { YearBars } from './year-bars';
import { YearTable } from './year-table';

interface Props {
  compared: VotesCompared;
  /** The issues to which votes can be narrowed. */
  issues: readonly RecordLink[];
  asked: AskedVotes;
  after: string | null;
}

/** A share of a whole, to the percent: "86 %". */
const share = (part: number, whole: number): string =>
  (whole === 0 ? 0 : part / whole).toLocaleString(spokenLocale(), { style: 'percent', maximumFractionDigits: 0 });

/** How often two actors voted alike, year by year, and the votes in which they differed, page by page. */
export function ComparedView({ compared, issues, asked, after }: Props) {
  const { record, other, both, alike, years } = compared;
  const t = text('votes');
  const names = { actor: titleOf(record), other: titleOf(other) };
  const { from, to } = asked.filter;
  const isChosen = (year: string) => isYearWithin(year, { from, to });
  const dated = years.flatMap(({ year, ...counts }) => (year === null ? [] : [{ year, ...counts }]));
  const row = (key: 'alike' | 'differed', of: (counts: { both: number; alike: number }) => number) => ({
    key,
    label: t(`compared.${key}`),
    name: t(`compared.${key}`),
    look: key === 'alike' ? 'consensus' : 'plain',
    years: dated.map(({ year, ...counts }) => ({ year, count: of(counts) })),
    isChosen,
  });
  return (
    <>
      <VotesHead record={record}>
        {both === 0
          ? t('compared.never', names)
          : t('compared.told', { ...names, both, alike: figure(alike), share: share(alike, both) })}
      </VotesHead>
      <VotesForm
        record={record}
        asked={asked}
        issues={issues}
        other={other}
        unnamed={null}
        possible={comparedChoices}
      />
      <section className="section" aria-labelledby="compared">
        <div className="section-head">
          <h2 id="compared" {...nameLanguage(other)}>
            {t('comparedWith', { actor: names.other })}
          </h2>
        </div>
        <p className="hint">{t('compared.rule')}</p>
        <YearBars
          caption={t('compared.caption', names)}
          rowName={t('compared.row')}
          rows={[row('alike', (year) => year.alike), row('differed', (year) => year.both - year.alike)]}
        />
        <YearTable
          rows={years}
          caption={t('compared.caption', names)}
          columns={[
            { key: 'both', heading: t('compared.both'), of: (year) => year.both },
            { key: 'alike', heading: t('compared.alike'), of: (year) => year.alike },
            { key: 'share', heading: t('compared.share'), of: (year) => share(year.alike, year.both) },
          ]}
          hrefOf={(year) => votesAddress(record, { ...asked, filter: { ...asked.filter, from: year, to: year } })}
        />
      </section>
      <section className="section" aria-labelledby="differed">
        <div className="section-head">
          <h2 id="differed">{t('compared.where')}</h2>
        </div>
        {compared.items.length === 0 ? (
          <NothingFits href={votesAddress(record, { ...asked, filter: plain })} />
        ) : (
          <VoteTable votes={compared.items} between={[names.actor, names.other]} />
        )}
      </section>
      <Pager
        first={after === null ? null : votesAddress(record, asked)}
        next={compared.next === null ? null : votesAddress(record, asked, compared.next)}
      />
    </>
  );
}

const plain: AskedVotes['filter'] = { choices: [], words: '', from: null, to: null, issue: null };
