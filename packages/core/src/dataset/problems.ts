import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';

/** How many problems are told one by one. */
const mostTold = 200;
const longestPath = 300;
/** Of how many faults it is known which field they are of. */
const mostRemembered = 100_000;

/** What is wrong with the rows of a dataset: each fault with its file, row and field. */
export class DatasetProblems {
  private readonly issues: FieldIssue[] = [];
  private count = 0;
  private readonly fields = new Set<string>();

  /** `row` counts from 1, the line of the columns' names included. */
  add(file: string, row: number, field: string, message: string): void {
    this.count += 1;
    if (this.fields.size < mostRemembered) this.fields.add(`${file} ${row} ${field}`);
    if (this.issues.length >= mostTold) return;
    const path = `${file} row ${row}${field === '' ? '' : ` ${field}`}`;
    this.issues.push({ path: path.length > longestPath ? `${path.slice(0, longestPath)}…` : path, message });
  }

  /** A field of which something is told already was left empty for it, and is not told of again. */
  addError(file: string, row: number, error: RapporteurError): void {
    const faults = error.issues.length > 0 ? error.issues : [{ path: '', message: error.message }];
    for (const { path, message } of faults)
      if (!this.fields.has(`${file} ${row} ${path}`)) this.add(file, row, path, message);
  }

  /** Refuses the dataset where there was any fault. */
  refuseIfAny(): void {
    if (this.count === 0) return;
    const more = this.count - this.issues.length;
    const rest = more > 0 ? [{ path: '', message: `and ${more.toLocaleString('en')} more` }] : [];
    throw new RapporteurError(
      'invalid_input',
      `Nothing was imported: the dataset has ${this.count === 1 ? 'one problem' : `${this.count.toLocaleString('en')} problems`}.`,
      [...this.issues, ...rest],
    );
  }
}
