import { bounds } from '@rapporteur/domain/edtf';
import type { Dataset } from './dataset';
import { compile, type Ground } from './evaluate';
import type { DatedRule, NamedPeriod } from './mapping';
import type { DatasetProblems } from './problems';
import type { Row } from './rows';

/** Tells whom a name of the rows stands for, where that goes by the date of the row. */
export class DatedNames {
  private readonly found = new Map<Row, NamedPeriod | null>();
  private readonly dateOf: (row: Row) => string | null;

  /** `file` is that of the rows. */
  constructor(
    private readonly rule: DatedRule,
    private readonly file: string,
    dataset: Dataset,
    private readonly problems: DatasetProblems,
  ) {
    const { rows, take, date } = rule.date;
    const ground: Ground = {
      columnsOf: (name) => dataset.table(name).columns,
      joined: () => [],
      actorOf: () => null,
      fault: (name, row, field, message) => problems.add(name, row.number, field, message),
      cleaned: () => undefined,
    };
    const make = compile({ take, date }, { file: rows, lets: new Set(), at: 'the date of a name' }, ground);
    this.dateOf = (row) => {
      const dated = rows === file ? row : dataset.joined({ file, row }, rows)[0];
      return dated === undefined ? null : (make(dated, new Map()) as string | null);
    };
  }

  /** The period of a name in which a row falls; null where the name is not dated, or the row is in none of its periods. */
  periodOf(row: Row, name: string): NamedPeriod | null {
    const periods = Object.hasOwn(this.rule.names, name) ? this.rule.names[name] : undefined;
    if (periods === undefined) return null;
    const before = this.found.get(row);
    if (before !== undefined) return before;
    const period = this.find(row, name, periods);
    this.found.set(row, period);
    return period;
  }

  private find(row: Row, name: string, periods: readonly NamedPeriod[]): NamedPeriod | null {
    const tell = (what: string) =>
      this.problems.add(this.file, row.number, '', `"${name}" goes by the date of the row, which ${what}`);
    const date = this.dateOf(row);
    if (date === null) {
      tell('has none');
      return null;
    }
    const { lower, upper } = bounds(date);
    // Days as EDTF writes them sort as text.
    const [first, last] = [lower ?? '', upper ?? '9999-12-31'];
    const touched = periods.filter(({ from, to }) => (from ?? '') <= last && first <= (to ?? '9999-12-31'));
    const [period] = touched;
    if (period === undefined) return null;
    const within = (period.from ?? '') <= first && last <= (period.to ?? '9999-12-31');
    if (touched.length === 1 && within) return period;
    tell(`is ${date}, and so may be in more than one of its periods or in none`);
    return null;
  }
}
