import type { z } from 'zod';
import { RapporteurError, type FieldIssue } from './errors';
import { formatPointer } from './json-pointer';

/**
 * A failed zod check as `invalid_input`, one issue per fault; a fault inside a union names the field inside it.
 * `under` is the JSON pointer of what was checked inside the caller's whole input.
 */
export function fromZod(error: z.core.$ZodError, message: string, under = ''): RapporteurError {
  const issues = fieldIssues(error.issues, []).map((issue) => ({ ...issue, path: under + issue.path }));
  return new RapporteurError('invalid_input', message, issues, { cause: error });
}

function fieldIssues(issues: readonly z.core.$ZodIssue[], parents: readonly PropertyKey[]): FieldIssue[] {
  return issues.flatMap((issue): FieldIssue[] => {
    const at = [...parents, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: pointerOf([...at, key]), message: 'is not a field of this record' }));
    }
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      // The branch that got furthest is the one the writer meant.
      const nearest = issue.errors.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best));
      if (depth(nearest) > 0) return fieldIssues(nearest, at);
    }
    return [{ path: pointerOf(at), message: issue.message }];
  });
}

const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
const pointerOf = (path: readonly PropertyKey[]) => formatPointer(path.map(String));
