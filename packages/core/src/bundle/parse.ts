import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import { bundleLine, headerLine, longestLine, type BundleLine } from './format';

export interface NumberedLine {
  /** The number of the line in the bundle, from 1. */
  line: number;
  value: BundleLine;
}

/** Faults gathered over a whole bundle: each says its line and its field. */
export class Problems {
  readonly issues: FieldIssue[] = [];

  add(line: number, error: RapporteurError): void {
    const faults = error.issues.length > 0 ? error.issues : [{ path: '', message: error.message }];
    for (const { path, message } of faults) {
      this.issues.push({ path: `line ${line}${path === '' ? '' : ` ${path}`}`, message });
    }
  }

  /** Refuses the bundle where there was any fault. */
  refuseIfAny(): void {
    if (this.issues.length === 0) return;
    const count = this.issues.length === 1 ? 'one problem' : `${this.issues.length} problems`;
    throw new RapporteurError('invalid_input', `Nothing was imported: the bundle has ${count}.`, this.issues);
  }
}

/** Parses the lines of a bundle against its schema. Refuses with every fault of every line. */
export function parseBundle(text: string): NumberedLine[] {
  const problems = new Problems();
  const lines: NumberedLine[] = [];
  let header = false;
  text.split('\n').forEach((raw, index) => {
    if (raw.trim() === '') return;
    const line = index + 1;
    const value = parseJson(raw);
    if (value instanceof RapporteurError) return problems.add(line, value);
    const parsed = header ? bundleLine.safeParse(value) : headerLine.safeParse(value);
    if (!parsed.success) problems.add(line, fromZod(parsed.error, 'is not a line of a bundle'));
    else if ('type' in parsed.data) lines.push({ line, value: parsed.data });
    header = true;
  });
  if (!header) problems.add(1, new RapporteurError('invalid_input', 'the bundle is empty'));
  problems.refuseIfAny();
  return lines;
}

function parseJson(raw: string): unknown {
  if (raw.length > longestLine)
    return new RapporteurError('limit_exceeded', `is longer than ${longestLine} characters`);
  try {
    return JSON.parse(raw);
  } catch {
    return new RapporteurError('invalid_input', 'is not JSON');
  }
}
