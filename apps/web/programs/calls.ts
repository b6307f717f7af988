import { isReconciliation } from './reconciliation';

/** How many calls an address makes: a batch costs its sender, and the lane that it is made in, what its calls would one by one. */
export function callsIn(path: string): number {
  if (path.startsWith('/api/trpc/')) return path.replace(/\?.*$/s, '').split(',').length;
  if (!isReconciliation(path)) return 1;
  const queries = new URLSearchParams(path.slice(path.indexOf('?') + 1)).get('queries');
  return queries === null ? 1 : Math.max(1, Object.keys(asObject(queries)).length);
}

/** What is no object holds no call, and is refused where it is read. */
function asObject(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
