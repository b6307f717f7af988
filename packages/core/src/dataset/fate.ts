import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import { checkContent, type CheckedContent } from '../record/content';
import type { Planned } from './planned';
import { fingerprints, saidOf, type RowSays, type Said, type Text } from './said';
import type { Standing, standingAt } from './standing';

/** What stands where a row and its record have both changed since the last import. */
export type Preferred = 'row' | 'record';

/** What is to be done for a planned record. */
export type Fate =
  | { outcome: 'new'; checked: CheckedContent }
  /** `row` is what the row says, where it is not the text that becomes public. `both`: somebody had changed it as well. */
  | { outcome: 'changed'; checked: CheckedContent; standing: Standing; row: Text | null; both: boolean }
  /** `remember`: what the row says is to be kept for the next import. */
  | { outcome: 'unchanged' | 'kept'; standing: Standing; remember: RowSays | null; both: boolean }
  | { outcome: 'ended'; standing: Standing }
  /** Its row has changed, and so has the record, and nobody has said which stands. */
  | { outcome: 'disputed'; why: string }
  | { outcome: 'refused'; why: string }
  | { outcome: 'faulty'; error: RapporteurError };

/**
 * Compares planned records with what stands at their addresses, and with what their rows said at the last import. A row that is
 * as it was leaves the record as it is, whoever has changed that since; one that has changed becomes its new text where nobody
 * has. What `checkContent` refuses is faulty. The number of statements does not depend on theirs.
 */
export async function fatesOf(
  tx: Pick<Transaction, '$queryRaw'>,
  planned: readonly Planned[],
  standingOf: Awaited<ReturnType<typeof standingAt>>,
  prefer?: Preferred,
): Promise<(readonly [Planned, Fate])[]> {
  const fates = planned.map((each) => [each, fateByHash(each, standingOf(each))] as const);
  const differing = fates.flatMap(([, fate]) =>
    fate.outcome === 'changed' ? [{ id: fate.standing.id, ...fate.checked }] : [],
  );
  const said = await saidOf(
    tx,
    differing.map(({ id }) => id),
  );
  const printOf = await fingerprints(
    tx,
    differing.flatMap(({ id, record: { kind, content }, citations }) => {
      const { live, row = null } = said.get(id) ?? {};
      return [{ content, citations }, live, row].flatMap((text) => (text ? [{ kind, ...text }] : []));
    }),
  );
  return fates.map(([each, fate]) => {
    if (fate.outcome !== 'changed') return [each, fate];
    const own = said.get(fate.standing.id);
    const settled = own ? settle(each, fate, own, { printOf, prefer }) : fate;
    const why = 'somebody is working on it at the desk; publish or discard that revision first';
    return [each, settled.outcome === 'changed' && fate.standing.open ? { outcome: 'refused', why } : settled];
  });
}

type Changed = Extract<Fate, { outcome: 'changed' }>;

function fateByHash(planned: Planned, standing: Standing | null): Fate {
  let checked: CheckedContent;
  try {
    checked = checkContent(planned.kind, contentOf(planned, standing), planned.citations);
  } catch (error) {
    if (error instanceof RapporteurError) return { outcome: 'faulty', error };
    throw error;
  }
  if (standing === null) return { outcome: 'new', checked };
  // What somebody took away stays away.
  if (standing.withdrawn || standing.merged) return { outcome: 'ended', standing };
  return standing.contentHash === checked.contentHash
    ? unchanged(standing)
    : { outcome: 'changed', checked, standing, row: null, both: false };
}

const unchanged = (standing: Standing): Fate => {
  const { id, revisionNumber, agreed } = standing;
  const remember = agreed || revisionNumber === null ? null : { id, revisionNumber };
  return { outcome: 'unchanged', standing, remember, both: false };
};

type Standpoint = 'same' | 'kept' | 'row' | 'disputed';

/** Whose word stands: that of the row now, or of the record, by what the row said at the last import. */
function standpoint(row: string, live: string, before: string | null): Standpoint {
  if (row === live) return 'same';
  if (before === null) return 'disputed';
  if (row === before) return 'kept';
  return live === before ? 'row' : 'disputed';
}

interface Ground {
  printOf: Awaited<ReturnType<typeof fingerprints>>;
  prefer: Preferred | undefined;
}

const settle = (planned: Planned, fate: Changed, said: Said, ground: Ground): Fate =>
  planned.version ? settleSource(planned.version, fate, said, ground) : settleWhole(planned.kind, fate, said, ground);

const byRow = (point: Standpoint, prefer: Preferred | undefined) =>
  point === 'row' || (point === 'disputed' && prefer === 'row');

function settleWhole(kind: Kind, fate: Changed, { live, row }: Said, { printOf, prefer }: Ground): Fate {
  const { standing, checked } = fate;
  const now = textOf(checked);
  const point = standpoint(printOf(kind, now), printOf(kind, live), row && printOf(kind, row));
  const both = point === 'disputed';
  if (point === 'same') return unchanged(standing);
  if (both && prefer === undefined) return { outcome: 'disputed', why: row ? changedBoth : unknown };
  if (byRow(point, prefer)) return { ...fate, both };
  return { outcome: 'kept', standing, remember: both ? { id: standing.id, text: now } : null, both };
}

/**
 * Of a source, each field and the newest text are compared apart: rows are added to a file every month, and what somebody has
 * said better of the source is no reason to refuse them.
 */
function settleSource(
  version: NonNullable<Planned['version']>,
  { standing, checked }: Changed,
  { live, row }: Said,
  { printOf, prefer }: Ground,
): Fate {
  const now = textOf(checked);
  const part = (read: (text: Text) => Text) =>
    standpoint(printOf('source', read(now)), printOf('source', read(live)), row && printOf('source', read(row)));
  const fields = Object.keys(now.content)
    .filter((field) => field !== 'versions')
    .map(
      (field) =>
        [field, part(({ content }) => ({ content: { [field]: content[field] ?? null }, citations: [] }))] as const,
    );
  const cited = part(({ citations }) => ({ content: {}, citations }));
  const text = standpoint(version.text.sha256, newestOf(live), newestOf(row ?? live));
  const points = [...fields.map(([, point]) => point), cited, text];
  const both = points.includes('disputed');
  if (points.every((point) => point === 'same')) return unchanged(standing);
  if (both && prefer === undefined) return { outcome: 'disputed', why: row ? changedBoth : unknown };
  if (text === 'disputed' && !byRow(text, prefer)) return { outcome: 'refused', why: textOfDesk };
  const says = { content: { ...now.content, versions: [versionOf(version)] }, citations: now.citations };
  if (!points.some((point) => byRow(point, prefer)))
    return { outcome: 'kept', standing, remember: both ? { id: standing.id, text: says } : null, both };
  const taken = fields.flatMap(([field, point]) => (byRow(point, prefer) ? [[field, now.content[field]]] : []));
  const { versions } = (byRow(text, prefer) ? now : live).content;
  const content = { ...live.content, ...(Object.fromEntries(taken) as object), versions };
  return {
    outcome: 'changed',
    checked: checkContent('source', content, (byRow(cited, prefer) ? now : live).citations),
    standing,
    row: points.every((point) => point === 'same' || byRow(point, prefer)) ? null : says,
    both,
  };
}

const textOf = ({ record, citations }: CheckedContent): Text => ({ content: record.content, citations });

const changedBoth = 'its row has changed, and somebody has changed the record';
const unknown = 'it says something else than its row, and no import is known to have made it';
const textOfDesk =
  'its file has changed, and somebody has given the source another text; rows rest on that of the file, so prefer the row';

const newestOf = ({ content }: Text): string =>
  (content['versions'] as { sha256: string }[] | undefined)?.at(-1)?.sha256 ?? '';

const versionOf = ({ text, fetched }: NonNullable<Planned['version']>) => ({ sha256: text.sha256, fetched });

/** A source keeps the texts that it had; one that it did not have becomes its newest. */
function contentOf({ content, version }: Planned, standing: Standing | null): Record<string, unknown> {
  if (!version) return content;
  const before = standing?.versions ?? [];
  const newest = before.at(-1)?.sha256 === version.text.sha256;
  return { ...content, versions: newest ? before : [...before, versionOf(version)] };
}
