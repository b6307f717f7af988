import type { ReactNode } from 'react';
import { text } from '../text';
import { figure, silence } from '../words';

/** A column of numbers: what it is of, and its number in each row. */
export interface YearColumn<R> {
  key: string;
  heading: ReactNode;
  of: (row: R) => number | string;
}

/** The numbers of a picture of years, folded away beneath it: each year leads to what is counted in it. */
export function YearTable<R extends { year: string | null }>({
  rows,
  columns,
  caption,
  hrefOf,
}: {
  rows: readonly R[];
  columns: readonly YearColumn<R>[];
  caption: string;
  hrefOf: (year: string) => string;
}) {
  if (rows.length === 0) return null;
  const t = text('votes');
  return (
    <details className="year-table">
      <summary>{t('table.title')}</summary>
      <p className="hint">{t('table.about')}</p>
      <table>
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.year')}</th>
            {columns.map(({ key, heading }) => (
              <th scope="col" key={key}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.year}>
              <th scope="row">{row.year === null ? silence() : <a href={hrefOf(row.year)}>{row.year}</a>}</th>
              {columns.map(({ key, of }) => {
                const value = of(row);
                return <td key={key}>{typeof value === 'number' ? figure(value) : value}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
