import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import { bytesOfText, type BundleBytes } from './bytes';
import { bundleLine, bundleVersion, headerLine, type BundleLine } from './format';
import { parseJson } from './json';
import { rawLine, rawLines, type Place } from './raw-lines';

export interface NumberedLine {
  /** The number of the line in the bundle, from 1. */
  line: number;
  value: BundleLine;
}

/** What of a path is told, in UTF-16 units: a name that nobody asked for can be as long as its line. */
const longestPath = 300;

/** Faults gathered over a whole bundle: each says its line and its field. */
export class Problems {
  private readonly found: { line: number; issue: FieldIssue }[] = [];

  add(line: number, error: RapporteurError): void {
    const faults = error.issues.length > 0 ? error.issues : [{ path: '', message: error.message }];
    for (const { path, message } of faults) {
      const field = path.length > longestPath ? `${path.slice(0, longestPath)}…` : path;
      this.found.push({ line, issue: { path: `line ${line}${field === '' ? '' : ` ${field}`}`, message } });
    }
  }

  /** Refuses the bundle where there was any fault, in the order of its lines. */
  refuseIfAny(): void {
    if (this.found.length === 0) return;
    const count = this.found.length === 1 ? 'one problem' : `${this.found.length} problems`;
    const issues = this.found.toSorted((a, b) => a.line - b.line).map(({ issue }) => issue);
    throw new RapporteurError('invalid_input', `Nothing was imported: the bundle has ${count}.`, issues);
  }
}

/**
 * Reads the lines of a bundle one after the other against its schema. Adds every fault of every line to `problems`; where the
 * first is no header, refuses with that alone, because the others would be measured by the wrong rule.
 */
export async function* readLines(
  bytes: BundleBytes,
  problems: Problems,
  onRead?: (done: number) => void,
): AsyncGenerator<NumberedLine & Place> {
  let header = false;
  for await (const { raw, ...place } of rawLines(bytes, onRead)) {
    if (!header) {
      requireHeader(raw, place.line, problems);
      problems.refuseIfAny();
      header = true;
      continue;
    }
    const value = parseLine(raw);
    if (value instanceof RapporteurError) problems.add(place.line, value);
    else yield { ...place, value };
  }
  if (!header) problems.add(1, new RapporteurError('invalid_input', 'the bundle is empty'));
}

/** Every line of a bundle that is held. Refuses with every fault of every line. */
export async function parseBundle(text: string): Promise<NumberedLine[]> {
  const problems = new Problems();
  const lines: NumberedLine[] = [];
  for await (const { line, value } of readLines(bytesOfText(text), problems)) lines.push({ line, value });
  problems.refuseIfAny();
  return lines;
}

/** A line that was read before, once more. */
export async function lineAgain<T extends BundleLine['type']>(
  bytes: BundleBytes,
  place: Place,
  type: T,
): Promise<Extract<BundleLine, { type: T }>> {
  const value = parseLine(await rawLine(bytes, place));
  if (value instanceof RapporteurError) throw value;
  if (value.type !== type) throw new Error(`Line ${place.line} is no ${type}.`);
  // The discriminated type of a line is told by its field.
  return value as Extract<BundleLine, { type: T }>;
}

function parseLine(raw: string | RapporteurError): BundleLine | RapporteurError {
  const value = typeof raw === 'string' ? parseJson(raw) : raw;
  if (value instanceof RapporteurError) return value;
  const parsed = bundleLine.safeParse(value);
  return parsed.success ? parsed.data : fromZod(parsed.error, 'is not a line of a bundle');
}

function requireHeader(raw: string | RapporteurError, line: number, problems: Problems): void {
  const value = typeof raw === 'string' ? parseJson(raw) : raw;
  if (value instanceof RapporteurError) return problems.add(line, value);
  const parsed = headerLine.safeParse(value);
  if (parsed.success) return;
  const isHeader = typeof value === 'object' && value !== null && 'bundle' in value;
  problems.add(
    line,
    isHeader
      ? fromZod(parsed.error, 'is not the header of a bundle')
      : new RapporteurError('invalid_input', `the first line must be the header, such as {"bundle":${bundleVersion}}`),
  );
}
