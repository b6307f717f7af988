import type { PrismaClient } from '@rapporteur/db/generated/client';
import { snapshot, type Transaction } from '@rapporteur/db/transaction';
import { diffContent } from '@rapporteur/domain/diff';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import type { ReleaseCheck } from '@rapporteur/domain/release-views';
import { requireNoEmbargo } from '../embargo/gate';
import { authorize, type Caller } from '../policy';
import { openItems, type RehearsedItem } from '../publication/rehearsed-set';
import { evidenceOf } from '../record/evidence-gate';
import { resolveMerges } from '../record/merges';
import { secondChoicesIn } from '../record/one-choice';
import { requireOnePosition } from '../record/one-position';
import { namedBy } from '../record/project-set';
import { recordsOf } from './lock';

/** The most fields that are named of one record. */
const mostFields = 12;

/**
 * What a release that waits changes of each of its records, and what still hinders it: the gates that a publication passes,
 * asked without publishing, so that nobody who publishes has to wait. All of it is asked again then.
 */
export function checkRelease(db: PrismaClient, caller: Caller, id: string): Promise<ReleaseCheck> {
  authorize(caller, 'desk.read');
  return snapshot(db, async (tx) => {
    const release = await tx.release.findUnique({ where: { id }, select: { at: true } });
    if (release === null) throw new RapporteurError('not_found', `There is no release ${id}.`);
    const ids = await recordsOf(tx, id);
    const items = await openItems(tx, ids);
    const given = new Set(items.map((item) => item.id));
    const faults = await faultsOf(tx, items, release.at);
    const live = await livingTexts(tx, items);
    return {
      items: [
        ...items.map((item) => ({
          id: item.id,
          ...changeOf(item, live.get(item.id)),
          faults: ofRecord(faults, pathOf(item)),
        })),
        ...ids.filter((record) => !given.has(record)).map(givenUp),
      ],
    };
  });
}

/** What a check says of a record whose revision was given up after it was put into the release. */
const givenUp = (id: string): ReleaseCheck['items'][number] => ({
  id,
  from: null,
  change: 'edit',
  note: null,
  count: 0,
  fields: [],
  faults: [{ path: '', message: 'has no revision that is being worked on' }],
});

const ofRecord = (faults: readonly FieldIssue[], base: string) =>
  faults
    .filter(({ path }) => path === base || path.startsWith(`${base}/`))
    .map(({ path, message }) => ({ path: path.slice(base.length), message }));

const pathOf = ({ record, slug }: RehearsedItem) => `/${record.kind}s/${slug}`;

/** Every fault for which the gates would refuse the set, each at the path of its record. */
async function faultsOf(tx: Transaction, items: readonly RehearsedItem[], at: Date | null): Promise<FieldIssue[]> {
  const resolve = await resolveMerges(tx, namedBy(items));
  const embargoes = await issuesOf(() =>
    requireNoEmbargo(
      tx,
      items.map(({ id, slug, record }) => ({ id, slug, kind: record.kind })),
      at,
    ),
  );
  const { issues } = await evidenceOf(tx, items, resolve);
  const positions = await issuesOf(() => requireOnePosition(tx, items, resolve));
  return [...items.flatMap(readiness), ...embargoes, ...issues, ...secondChoicesIn(items, resolve), ...positions];
}

/** Whether a revision itself is ready: approved, and a correction with its note. */
function readiness(item: RehearsedItem): FieldIssue[] {
  const { state, revision } = item;
  const path = pathOf(item);
  const ready = state === 'approved' || state === 'scheduled';
  return [
    ...(ready ? [] : [{ path, message: `is ${state === 'draft' ? 'a draft' : 'in review'}, not approved` }]),
    ...(revision.change === 'correct' && !revision.note?.trim()
      ? [{ path: `${path}/note`, message: 'must tell readers what was wrong' }]
      : []),
  ];
}

/** What a gate refuses, field by field. */
async function issuesOf(gate: () => Promise<void>): Promise<readonly FieldIssue[]> {
  try {
    await gate();
    return [];
  } catch (error) {
    if (error instanceof RapporteurError) return error.issues;
    throw error;
  }
}

interface LivingText {
  number: number;
  content: unknown;
  citations: unknown;
}

async function livingTexts(tx: Transaction, items: readonly RehearsedItem[]): Promise<Map<string, LivingText>> {
  const rows = await tx.revision.findMany({
    where: { recordId: { in: items.map(({ id }) => id) }, state: 'live' },
    select: { recordId: true, number: true, content: true, citations: true },
  });
  return new Map(rows.map(({ recordId, ...text }) => [recordId, text]));
}

function changeOf({ record, citations, revision }: RehearsedItem, live: LivingText | undefined) {
  const told = { change: revision.change, note: revision.note };
  if (live === undefined) return { ...told, from: null, count: 0, fields: [] };
  const changes = diffContent(live.content, record.content);
  const cited = diffContent(live.citations, citations);
  const fields = [...new Set(changes.map(({ path }) => path))];
  return {
    ...told,
    from: live.number,
    count: changes.length + cited.length,
    fields: [...fields, ...(cited.length > 0 ? ['/citations'] : [])].slice(0, mostFields),
  };
}
