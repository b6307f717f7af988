import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import { openStates, type State } from '@rapporteur/domain/lifecycle';
import { checkContent } from '../record/content';
import { evidenceOf } from '../record/evidence-gate';
import { resolveMerges } from '../record/merges';
import { secondChoicesIn } from '../record/one-choice';
import { namedBy, type SetContext } from '../record/project-set';
import type { PublicItem } from '../record/approved';

/** The most records that are shown together because they name one another and none is public yet. */
const largestSet = 100;

export interface RehearsedItem extends PublicItem {
  state: State;
  /** What the desk calls it. */
  deskTitle: string;
}

/** What would have to become public for the open revision of a record to be read. */
export interface RehearsedSet {
  /** The record itself first, then the records that it names and that are not public yet, or not in the version it cites. */
  items: [RehearsedItem, ...RehearsedItem[]];
  context: Omit<SetContext, 'at'>;
  /** What the evidence gate would say of the record itself. */
  faults: FieldIssue[];
}

/**
 * The open revision of a record with the open revisions of all that it names and that is not public, sources whose newest
 * text it cites among them. Refuses with
 * `state_conflict` where the revision is not the one being worked on, or names a record of which there is no text.
 */
export async function rehearsedSet(tx: Transaction, id: string, number: number): Promise<RehearsedSet> {
  const first = (await openItems(tx, [id]))[0];
  if (!first) {
    const record = await tx.record.findUnique({ where: { id }, select: { id: true } });
    if (!record) throw new RapporteurError('not_found', `There is no record ${id}.`);
  }
  if (first?.revision.number !== number) {
    throw new RapporteurError(
      'state_conflict',
      `Version ${number} is not being worked on, so there is nothing to show.`,
    );
  }
  const items: RehearsedSet['items'] = [first];
  const known = new Set([id]);
  let resolve = (named: string) => named;
  for (let frontier: RehearsedItem[] = [first]; frontier.length > 0;) {
    resolve = await resolveMerges(tx, namedBy(items));
    const named = [...new Set(namedBy(frontier).map(resolve))].filter((other) => !known.has(other));
    for (const other of named) known.add(other);
    const [missing, lacking] = await Promise.all([notPublic(tx, named), sourcesLacking(tx, frontier, resolve)]);
    const revised = lacking.filter((source) => !items.some((item) => item.id === source));
    frontier = await openItems(tx, [...new Set([...missing.ids, ...revised])]);
    const found = new Set(frontier.map((item) => item.id));
    refuseNameless(
      missing.nowhere.filter((other) => !found.has(other)),
      first,
    );
    items.push(...frontier);
    if (items.length > largestSet) {
      throw new RapporteurError('limit_exceeded', `This rests on more than ${largestSet} records that are not public.`);
    }
  }
  const { texts, issues } = await evidenceOf(tx, items, resolve);
  const own = `/${first.record.kind}s/${first.slug}/`;
  const faults = [...issues, ...secondChoicesIn(items, resolve)].filter(({ path }) => path.startsWith(own));
  return { items, context: { texts, resolve }, faults };
}

/** Of some records, those that are not public, and those of which the public record knows nothing at all. */
async function notPublic(tx: Transaction, ids: readonly string[]): Promise<{ ids: string[]; nowhere: string[] }> {
  const entries = await tx.entry.findMany({ where: { id: { in: [...ids] } }, select: { id: true, state: true } });
  const stateOf = new Map(entries.map((entry) => [entry.id, entry.state]));
  return {
    ids: ids.filter((id) => stateOf.get(id) !== 'live'),
    nowhere: ids.filter((id) => !stateOf.has(id)),
  };
}

/** The sources of which a cited text is no public version: it may be one of the version that is being worked on. */
async function sourcesLacking(
  tx: Transaction,
  items: readonly RehearsedItem[],
  resolve: (id: string) => string,
): Promise<string[]> {
  const cited = items.flatMap(({ citations }) =>
    citations.map(({ passage }) => ({ id: resolve(passage.source), sha256: passage.sha256 })),
  );
  if (cited.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT w."id" FROM jsonb_to_recordset(${JSON.stringify(cited)}::jsonb) AS w("id" text, "sha256" text)
    WHERE NOT EXISTS (SELECT FROM "SourceVersion" v WHERE v."recordId" = w."id" AND v."sha256" = w."sha256")`;
  return rows.map(({ id }) => id);
}

function refuseNameless(ids: readonly string[], first: RehearsedItem): void {
  if (ids.length === 0) return;
  throw new RapporteurError(
    'state_conflict',
    `${first.deskTitle} cannot be shown as readers would see it: it names records of which there is no text.`,
    ids.map((id) => ({ path: '', message: `there is no open or public version of ${id}` })),
  );
}

/** The open revisions of some records, as they would become public. */
export async function openItems(tx: Transaction, ids: readonly string[]): Promise<RehearsedItem[]> {
  if (ids.length === 0) return [];
  const revisions = await tx.revision.findMany({
    where: { recordId: { in: [...ids] }, state: { in: [...openStates] } },
    include: { record: { select: { kind: true, slug: true } } },
    orderBy: { recordId: 'asc' },
  });
  return revisions.map((revision) => {
    const { kind, slug } = revision.record;
    const { record, citations } = checkContent(kind as Kind, revision.content, revision.citations);
    const { recordId: id, state, title: deskTitle } = revision;
    return { id, slug, record, citations, revision, state: state as State, deskTitle };
  });
}
