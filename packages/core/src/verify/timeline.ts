import type { AnyContent } from '@rapporteur/domain/content/content';
import type { Citation } from '@rapporteur/domain/content/citation';
import { project } from '../projection/project';
import type { ProjectionContext, Rows, Translated } from '../projection/rows';
import { namedBy } from '../record/project-set';
import { namesInTitle, sortKeyOf, titleOf } from '../record/title';

/** A row of the publication log. Instants are milliseconds since 1970. */
export interface Logged {
  recordId: string;
  kind: string;
  slug: string;
  title: string | null;
  revisionNumber: number | null;
  action: string;
  note: string | null;
  at: number;
}

export interface Text {
  record: AnyContent;
  citations: Citation[];
}

/** What the rows of a record follow from, beyond its own publications. */
export interface Surroundings {
  /** What each record was merged into, and when. */
  merges: ReadonlyMap<string, { into: string; at: number }>;
  /** The names that other records' titles take, by record: each holds from its instant on. */
  names: ReadonlyMap<string, readonly { at: number; title: string | null }[]>;
  /** The lengths of stored texts, by fingerprint. */
  lengths: ReadonlyMap<string, number>;
  /** The texts of sources that are searched, by fingerprint. */
  textOf: (sha256: string) => string;
  /** What was public of each record in other languages, and from when to when. */
  translations: ReadonlyMap<string, readonly TranslationTime[]>;
}

export interface TranslationTime extends Translated {
  from: number;
  to: number | null;
}

/**
 * The rows that stood for one record at every instant since it was first public, as its publications, in the order of the
 * log, say: each with `recorded`, the time through which it stood. Pure.
 */
export function timeline(
  log: readonly Logged[],
  textOf: (revisionNumber: number) => Text | undefined,
  around: Surroundings,
): Rows {
  const instants = instantsOf(log, textOf, around);
  const rows: Rows = {};
  let standing: { key: string; rows: Row[] } = { key: '', rows: [] };
  instants.forEach((at, index) => {
    const own = log.findLast((row) => row.at <= at);
    if (!own) return;
    const resolve = resolveAt(around.merges, at);
    const text = isTakenAway(own) ? undefined : textOf(own.revisionNumber ?? 0);
    const end = instants[index + 1] ?? null;
    add(rows, 'Entry', { ...entryOf(own, text, resolve, at, around), recorded: time(at, end) });
    const named = text ? namedBy([{ id: own.recordId, slug: own.slug, ...text }]) : [];
    const translations = (around.translations.get(own.recordId) ?? []).filter(
      ({ from, to }) => from <= at && (to === null || at < to),
    );
    const began = translations.map(({ language, from }) => [language, from]);
    const key = text ? JSON.stringify([own.revisionNumber, named.map(resolve), began]) : '';
    // Most instants change nothing but a name: what stands goes on.
    if (key !== standing.key)
      standing = { key, rows: text ? projectAt(rows, own.recordId, text, { resolve, translations }, around) : [] };
    for (const each of standing.rows) each.row['recorded'] = time((each.from ??= at), end);
  });
  return rows;
}

interface Row {
  row: Record<string, unknown>;
  from?: number;
}

const isTakenAway = ({ action }: Logged) => action === 'withdraw' || action === 'merge';
const instant = (at: number) => new Date(at).toISOString();
const time = (from: number, to: number | null) => `[${instant(from)},${to === null ? '' : instant(to)})`;

function add(rows: Rows, table: string, row: Record<string, unknown>): void {
  (rows[table] ??= []).push(row);
}

/** Every instant at which a row of the record may have begun or ended, in order. */
function instantsOf(
  log: readonly Logged[],
  textOf: (revisionNumber: number) => Text | undefined,
  { merges, names, translations }: Surroundings,
): number[] {
  const first = log[0];
  if (!first) return [];
  const texts = log.flatMap(({ revisionNumber }) => textOf(revisionNumber ?? 0) ?? []);
  const named = namedBy(texts.map((text) => ({ id: first.recordId, slug: first.slug, ...text })));
  const merged = [first.recordId, ...named].flatMap((id) => chain(merges, id)).map((id) => merges.get(id)?.at ?? 0);
  const naming = texts.flatMap(({ record }) => namesInTitle(record)).flatMap((id) => chain(merges, id));
  const renamed = naming.flatMap((id) => names.get(id) ?? []).map(({ at }) => at);
  const translated = (translations.get(first.recordId) ?? []).flatMap(({ from, to }) =>
    to === null ? [from] : [from, to],
  );
  const all = new Set([...log.map(({ at }) => at), ...merged, ...renamed, ...translated]);
  return [...all].filter((at) => at >= first.at).toSorted((a, b) => a - b);
}

/** A record and all that it was merged into, one after the other. */
export function chain(merges: Surroundings['merges'], id: string): string[] {
  const found = new Set<string>();
  for (let current: string | undefined = id; current !== undefined && !found.has(current);) {
    found.add(current);
    current = merges.get(current)?.into;
  }
  return [...found];
}

/** Follows merges as they had happened at an instant. */
function resolveAt(merges: Surroundings['merges'], at: number): (id: string) => string {
  const then = new Map([...merges].filter(([, merge]) => merge.at <= at));
  return (id) => chain(then, id).at(-1) ?? id;
}

function entryOf(
  own: Logged,
  text: Text | undefined,
  resolve: (id: string) => string,
  at: number,
  { names }: Surroundings,
): Record<string, unknown> {
  const { recordId: id, kind, slug, revisionNumber, action, note } = own;
  const common = { id, kind, slug, revisionNumber, publishedAt: instant(own.at) };
  if (!text) {
    const merged = action === 'merge';
    const state = merged ? 'merged' : 'withdrawn';
    const mergedIntoId = merged ? resolve(id) : null;
    return { ...common, state, title: null, sortKey: '', reason: note, mergedIntoId };
  }
  const nameAt = (named: string) => names.get(resolve(named))?.findLast((name) => name.at <= at)?.title;
  const title = titleOf(text.record, (named) => nameAt(named) ?? 'Not on record');
  return {
    ...common,
    state: 'live',
    title,
    sortKey: sortKeyOf(text.record),
    reason: null,
    mergedIntoId: null,
  };
}

function projectAt(
  rows: Rows,
  id: string,
  { record, citations }: Text,
  { resolve, translations }: Pick<ProjectionContext, 'resolve' | 'translations'>,
  { lengths, textOf }: Surroundings,
): Row[] {
  const stored = (sha256: string) => ({ text: textOf(sha256), length: lengths.get(sha256) ?? 0 });
  return Object.entries(project(id, record, citations, { resolve, textOf: stored, translations })).flatMap(
    ([table, projected]) =>
      projected.map((row) => {
        add(rows, table, row);
        return { row };
      }),
  );
}
