import { RapporteurError } from '@rapporteur/domain/errors';
import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import type { BundleLine } from './format';
import type { NumberedLine, Problems } from './parse';

/** A line of one type, with its number. */
export type Line<T extends BundleLine['type']> = NumberedLine & { value: Extract<BundleLine, { type: T }> };

export const isOf =
  <T extends BundleLine['type']>(type: T) =>
  (line: NumberedLine): line is Line<T> =>
    line.value.type === type;

/** What a record is called in a bundle: `actors/hungary`. */
export const handleOf = ({ kind, slug }: { kind: Kind; slug: string }) => `${segmentOf(kind)}/${slug}`;

/** A fault of one field of a line. */
export const fault = (path: string, message: string) =>
  new RapporteurError('invalid_input', message, [{ path, message }]);

/** Keeps the fault of one line beside its number and goes on, so that a report names all of them. */
export async function gather(problems: Problems, line: number, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof RapporteurError) || error.code === 'unavailable') throw error;
    problems.add(line, error);
  }
}

/**
 * A refusal of a set of records, which names each by its address, told by their lines. What is of no line of the bundle is
 * told as it is.
 */
export function toldByLine(
  { code, message, issues }: RapporteurError,
  lineOf: (handle: string) => number | undefined,
): RapporteurError {
  const told = issues.map((issue) => {
    const handle = issue.path.split('/').slice(1, 3).join('/');
    const line = lineOf(handle);
    return { ...issue, path: line === undefined ? issue.path : `line ${line} ${issue.path.slice(handle.length + 1)}` };
  });
  return new RapporteurError(code, message, told);
}
