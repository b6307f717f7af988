import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import { bundleLine, bundleVersion, headerLine, type BundleLine } from './format';
import { parseJson } from './json';

export interface NumberedLine {
  /** The number of the line in the bundle, from 1. */
  line: number;
  value: BundleLine;
}

/** What of a path is told, in UTF-16 units: a name that nobody asked for can be as long as its line. */
const longestPath = 300;

/** Faults gathered over a whole bundle: each says its line and its field. */
export class Problems {
  readonly issues: FieldIssue[] = [];

  add(line: number, error: RapporteurError): void {
    const faults = error.issues.length > 0 ? error.issues : [{ path: '', message: error.message }];
    for (const { path, message } of faults) {
      const field = path.length > longestPath ? `${path.slice(0, longestPath)}…` : path;
      this.issues.push({ path: `line ${line}${field === '' ? '' : ` ${field}`}`, message });
    }
  }

  /** Refuses the bundle where there was any fault. */
  refuseIfAny(): void {
    if (this.issues.length === 0) return;
    const count = this.issues.length === 1 ? 'one problem' : `${this.issues.length} problems`;
    throw new RapporteurError('invalid_input', `Nothing was imported: the bundle has ${count}.`, this.issues);
  }
}

/**
 * Parses the lines of a bundle against its schema. Refuses with every fault of every line; where the first is no header,
 * with that alone, because the others would be measured by the wrong rule.
 */
export function parseBundle(text: string): NumberedLine[] {
  const problems = new Problems();
  // Some programs write a byte order mark, which RFC 8259 allows to be ignored.
  const [header, ...rest] = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((raw, index) => ({ raw, line: index + 1 }))
    .filter(({ raw }) => raw.trim() !== '');
  if (header) requireHeader(header, problems);
  else problems.add(1, new RapporteurError('invalid_input', 'the bundle is empty'));
  problems.refuseIfAny();
  const lines = rest.flatMap(({ raw, line }): NumberedLine[] => {
    const value = parseJson(raw);
    if (value instanceof RapporteurError) problems.add(line, value);
    else {
      const parsed = bundleLine.safeParse(value);
      if (parsed.success) return [{ line, value: parsed.data }];
      problems.add(line, fromZod(parsed.error, 'is not a line of a bundle'));
    }
    return [];
  });
  problems.refuseIfAny();
  return lines;
}

function requireHeader({ raw, line }: { raw: string; line: number }, problems: Problems): void {
  const value = parseJson(raw);
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
