/** One measured figure. `ratio` is value ÷ baseline; both are null where nothing is compared. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  baseline: number | null;
  ratio: number | null;
}

/** Prints a figure as one line of JSON. */
export function print(name: string, value: number, unit: string, baseline: number | null = null): void {
  const ratio = baseline === null ? null : round(value / baseline);
  const figure: Figure = {
    name,
    value: round(value),
    unit,
    baseline: baseline === null ? null : round(baseline),
    ratio,
  };
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

/** The value below which the given share of a sample lies (nearest rank). */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

const round = (value: number): number => Number(value.toPrecision(4));
