import { valueIn, type Query } from '../../sign-in/flash';

const filterNames = ['person', 'action', 'recordId', 'from', 'until'] as const;
export type AuditFilter = Partial<Record<(typeof filterNames)[number], string>>;

/** What the address narrows the log to, as it was typed; empty fields narrow nothing. */
export function readFilter(query: Awaited<Query>): AuditFilter {
  return Object.fromEntries(
    filterNames.map((name) => [name, valueIn(query, name).trim()]).filter(([, value]) => value !== ''),
  );
}

/** An address of the log, or of its file, with this filter. */
export function addressOf(path: string, filter: AuditFilter, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...filter, ...more });
  return query.size === 0 ? path : `${path}?${query}`;
}
