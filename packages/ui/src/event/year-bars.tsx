import { dayNumber, lastDay, type Span } from '@rapporteur/domain/board/days';
import { shareOf } from '@rapporteur/domain/board/marks';
import type { ReactNode } from 'react';
import { Axis } from '../board/axis';
import { text } from '../text';
import { figure } from '../words';

/** One row of bars: what is counted, how it looks, and how much of it there was in each year. */
export interface BarRow {
  key: string;
  label: ReactNode;
  /** The label in a word, for whoever does not see it. */
  name: string;
  /** The colour that its label has: one of `stance-…` of the style sheet. */
  look: string;
  years: readonly { year: string; count: number }[];
  /** Whether it is asked for in a year: what is not is paler. */
  isChosen: (year: string) => boolean;
}

interface Props {
  rows: readonly BarRow[];
  caption: string;
  rowName: string;
}

/** Pixels: the room of a row, and what the least bar has of it, so that a single vote is seen beside a hundred. */
const height = 56;
const least = 2;

/** Fewer years than this are no course of time: their numbers say all. */
const fewest = 3;

const beginOf = (year: string): number => dayNumber(`${year}-01-01`);
/** The day after a year: the year 9999 has none of four digits after it. */
const endOf = (year: string): number =>
  year === '9999' ? lastDay + 1 : beginOf(String(Number(year) + 1).padStart(4, '0'));

/**
 * How much there was year by year: a row for each of what is counted, all on one scale, so that rows can be compared. Rows are
 * named beside their bars, and told apart by nothing else. Nothing where there are too few years for a picture.
 */
export function YearBars({ rows, caption, rowName }: Props) {
  const all = rows.flatMap(({ years }) => years.map(({ year }) => year)).toSorted();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || new Set(all).size < fewest) return null;
  const span = { from: beginOf(first), to: endOf(last) };
  const most = Math.max(...rows.flatMap(({ years }) => years.map(({ count }) => count)));
  const t = text('votes');
  return (
    <table className="board year-bars">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="who">
            {rowName}
          </th>
          <th scope="col" className="when-strip">
            <span className="vh">{t('chart.span', { from: first, to: last })}</span>
            <Axis span={span} on={null} />
          </th>
          <th scope="col" className="then">
            {t('chart.most')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Bars key={row.key} row={row} span={span} most={most} />
        ))}
      </tbody>
    </table>
  );
}

function Bars({ row, span, most }: { row: BarRow; span: Span; most: number }) {
  const t = text('votes');
  const { label, name, look, years, isChosen } = row;
  const peak = years.reduce((best, each) => (each.count > best.count ? each : best), { year: '', count: 0 });
  const sum = figure(years.reduce((all, { count }) => all + count, 0));
  const told = { name, sum, count: figure(peak.count), year: peak.year };
  return (
    <tr>
      <th scope="row" className="who">
        {label}
      </th>
      <td className="when-strip">
        <div className="strip-room">
          <svg
            className={`strip stance-${look}`}
            role="img"
            aria-label={peak.count === 0 ? t('chart.none', { name }) : t('chart.told', told)}
            height={height}
          >
            <line className="bar-ground" x2="100%" y1={height - 0.5} y2={height - 0.5} />
            {years
              .filter(({ count }) => count > 0)
              .map(({ year, count }) => {
                const [start, end] = [shareOf(beginOf(year), span), shareOf(endOf(year), span)];
                const tall = Math.max(least, Math.round((count / most) * (height - 4)));
                return (
                  <rect
                    key={year}
                    className={isChosen(year) ? 'bar' : 'bar is-beside'}
                    x={`${start}%`}
                    width={`${Math.round((end - start) * 100) / 100}%`}
                    y={height - 1 - tall}
                    height={tall}
                  >
                    <title>{t('chart.year', { year, name, count: figure(count) })}</title>
                  </rect>
                );
              })}
          </svg>
        </div>
      </td>
      <td className="then">{peak.count === 0 ? figure(0) : t('chart.peak', told)}</td>
    </tr>
  );
}
