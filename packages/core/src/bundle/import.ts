import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { anchor } from '@rapporteur/domain/anchor';
import type { Citation } from '@rapporteur/domain/content/citation';
import { mapReferences, references } from '@rapporteur/domain/content/references';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { kindOfId, newId } from '@rapporteur/domain/ids';
import { kindOfSegment, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { selectPassage } from '@rapporteur/domain/passage';
import type { Caller } from '../policy';
import { checkContent, hashContent } from '../record/content';
import { createDraftIn } from '../record/create';
import { mergeRecordsIn } from '../record/merge';
import { resolveMerges } from '../record/merges';
import { publishSet } from '../record/publish';
import { approveIn } from '../record/review';
import { saveDraftIn } from '../record/save';
import { submitIn } from '../record/submit';
import { withdrawIn } from '../record/withdraw';
import { storeText, type StoredText } from '../source/text';
import { bundleVersionOfText, type BundleLine, type RecordLine } from './format';
import { parseBundle, Problems, type NumberedLine } from './parse';

export interface ImportReport {
  created: number;
  changed: number;
  unchanged: number;
  withdrawn: number;
  merged: number;
}

export interface ImportPeople {
  /** Who brings the texts in. */
  importer: Caller;
  /** Another person, who vouches for them and publishes. */
  reviewer: Caller;
}

/** How long an import may take, in milliseconds. */
const importTimeout = 600_000;

/**
 * Imports a bundle through the lifecycle, in one transaction: drafts by the importer, approval and publication by the
 * reviewer. Refuses with `invalid_input` and every problem's line and field; nothing of a refused bundle is kept.
 */
export async function importBundle(db: PrismaClient, text: string, people: ImportPeople): Promise<ImportReport> {
  const lines = parseBundle(text);
  return transaction(db, (tx) => importLines(tx, lines, people), { timeout: importTimeout });
}

type Line<T extends BundleLine['type']> = NumberedLine & { value: Extract<BundleLine, { type: T }> };
const isOf =
  <T extends BundleLine['type']>(type: T) =>
  (line: NumberedLine): line is Line<T> =>
    line.value.type === type;

async function importLines(
  tx: Transaction,
  lines: readonly NumberedLine[],
  people: ImportPeople,
): Promise<ImportReport> {
  const problems = new Problems();
  const report: ImportReport = { created: 0, changed: 0, unchanged: 0, withdrawn: 0, merged: 0 };
  const records = lines.filter(isOf('record'));
  const ids = await resolveHandles(tx, records, problems);
  const texts = await storeTexts(tx, records, ids, problems);
  problems.refuseIfAny();
  const written: string[] = [];
  // Sources and what others are named after come first, so that drafts find the names they need.
  for (const { line, value } of records.toSorted((a, b) => rank(a.value) - rank(b.value))) {
    await gather(problems, line, async () => {
      const id = await writeRecord(tx, value, ids, texts, people, report);
      if (id) written.push(id);
    });
  }
  problems.refuseIfAny();
  await publishAll(tx, written, records, ids, people);
  for (const { line, value } of lines.filter(isOf('withdrawal'))) {
    await gather(problems, line, async () => {
      const { id, lockVersion } = await requireRecord(tx, value);
      await withdrawIn(tx, people.reviewer, { id, expectedVersion: lockVersion, reason: value.reason });
      report.withdrawn += 1;
    });
  }
  for (const { line, value } of lines.filter(isOf('merge'))) {
    await gather(problems, line, async () => {
      const { id, lockVersion } = await requireRecord(tx, value);
      const into = await findHandle(tx, value.into, ids);
      if (!into) throw fault('/into', `there is no record ${value.into}`);
      await mergeRecordsIn(tx, people.reviewer, { id, expectedVersion: lockVersion, into, reason: value.reason });
      report.merged += 1;
    });
  }
  problems.refuseIfAny();
  return report;
}

const rank = ({ kind }: RecordLine) =>
  ['actor', 'source', 'issue', 'event', 'programme', 'statement', 'position', 'commitment', 'article'].indexOf(kind);
const handleOf = ({ kind, slug }: { kind: RecordLine['kind']; slug: string }) => `${segmentOf(kind)}/${slug}`;
const fault = (path: string, message: string) => new RapporteurError('invalid_input', message, [{ path, message }]);

/** Keeps the fault of one line beside its number and goes on, so that a report names all of them. */
async function gather(problems: Problems, line: number, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof RapporteurError) || error.code === 'unavailable') throw error;
    problems.add(line, error);
  }
}

/** The ids of the bundle's records by handle: those they have, those the bundle gives, or new ones. */
async function resolveHandles(
  tx: Transaction,
  records: readonly Line<'record'>[],
  problems: Problems,
): Promise<Map<string, string>> {
  const existing = await tx.record.findMany({
    where: { OR: records.map(({ value: { kind, slug } }) => ({ kind, slug })) },
    select: { id: true, kind: true, slug: true },
  });
  const ids = new Map(existing.map(({ id, kind, slug }) => [`${kind} ${slug}`, id]));
  const handles = new Map<string, string>();
  for (const { line, value } of records) {
    const handle = handleOf(value);
    const known = ids.get(`${value.kind} ${value.slug}`);
    if (handles.has(handle)) problems.add(line, fault('/slug', `${handle} stands twice in the bundle`));
    if (known && value.id && known !== value.id)
      problems.add(line, fault('/id', `${handle} already has the id ${known}`));
    handles.set(handle, known ?? value.id ?? newId(value.kind));
  }
  return handles;
}

async function findHandle(tx: Transaction, handle: string, ids: ReadonlyMap<string, string>): Promise<string | null> {
  const inBundle = ids.get(handle);
  if (inBundle) return inBundle;
  const [segment = '', slug = ''] = handle.split('/');
  const kind = kindOfSegment(segment);
  if (!kind) return kindOfId(handle) ? handle : null;
  const record = await tx.record.findUnique({ where: { kind_slug: { kind, slug } }, select: { id: true } });
  return record?.id ?? null;
}

type Texts = Map<string, StoredText[]>;

/** Stores the texts of the bundle's sources; gives them by source, oldest version first. */
async function storeTexts(
  tx: Transaction,
  records: readonly Line<'record'>[],
  ids: ReadonlyMap<string, string>,
  problems: Problems,
): Promise<Texts> {
  const texts: Texts = new Map();
  for (const { line, value } of records.filter(({ value }) => value.kind === 'source')) {
    await gather(problems, line, async () => {
      const { versions } = value.content;
      if (!Array.isArray(versions)) throw fault('/content/versions', 'must be the list of the source’s versions');
      const stored: StoredText[] = [];
      for (const [index, version] of versions.entries()) {
        const parsed = bundleVersionOfText.safeParse(version);
        if (!parsed.success)
          throw fault(`/content/versions/${index}`, 'must hold a text and when it was fetched, and nothing else');
        stored.push(await storeText(tx, parsed.data.text));
      }
      texts.set(ids.get(handleOf(value)) ?? '', stored);
    });
  }
  return texts;
}

/** Writes one record as a draft, in review and approved; null where it is public with this very content. */
async function writeRecord(
  tx: Transaction,
  value: RecordLine,
  ids: ReadonlyMap<string, string>,
  texts: Texts,
  people: ImportPeople,
  report: ImportReport,
): Promise<string | null> {
  const id = ids.get(handleOf(value)) ?? '';
  const content = await resolveContent(tx, value, ids, texts.get(id) ?? []);
  const citations = await anchorCitations(tx, value, ids, texts);
  const checked = checkContent(value.kind, content, citations);
  const record = await tx.record.findUnique({ where: { id }, include: { revisions: { where: { state: 'live' } } } });
  const live = record?.revisions[0];
  if (
    live &&
    (live.contentHash === checked.contentHash ||
      (await hashThroughMerges(tx, value.kind, live)) === checked.contentHash)
  ) {
    report.unchanged += 1;
    return null;
  }
  const note = value.note ?? null;
  const change = value.change ?? (record ? 'update' : 'publish');
  const draft = record
    ? await saveDraftIn(tx, people.importer, {
        id,
        expectedVersion: record.lockVersion,
        content,
        citations,
        change,
        note,
      })
    : await createDraftIn(tx, people.importer, { id, kind: value.kind, slug: value.slug, content, citations, note });
  const submitted = await submitIn(tx, people.importer, { id, expectedVersion: draft.lockVersion });
  await approveIn(tx, people.reviewer, { id, expectedVersion: submitted.lockVersion });
  if (record) report.changed += 1;
  else report.created += 1;
  return id;
}

/** The hash of a live content with merged records named by those that stand for them, as an export names them. */
async function hashThroughMerges(
  tx: Transaction,
  kind: Kind,
  { content, citations }: { content: unknown; citations: unknown },
): Promise<string> {
  const resolve = await resolveMerges(
    tx,
    references(kind, content).map(({ value }) => value),
  );
  return hashContent(
    kind,
    mapReferences(kind, content, ({ value }) => resolve(value)),
    citations,
  );
}

/** The content with ids in place of handles, and fingerprints in place of texts. */
async function resolveContent(
  tx: Transaction,
  value: RecordLine,
  ids: ReadonlyMap<string, string>,
  texts: readonly StoredText[],
): Promise<unknown> {
  const issues: FieldIssue[] = [];
  const found = new Map<string, { field: string; id: string | null }>();
  mapReferences(value.kind, value.content, ({ field, value: handle }) => {
    found.set(handle, { field, id: null });
    return handle;
  });
  for (const [handle, reference] of found) {
    reference.id = await findHandle(tx, handle, ids);
    if (!reference.id)
      issues.push({ path: `/content${reference.field}`, message: `there is no record ${handle.slice(0, 200)}` });
  }
  if (issues.length > 0)
    throw new RapporteurError('invalid_input', 'The record names others that are not there.', issues);
  const content = mapReferences(value.kind, value.content, ({ value: handle }) => found.get(handle)?.id ?? handle);
  if (value.kind !== 'source' || typeof content !== 'object' || content === null) return content;
  const versions: unknown = Reflect.get(content, 'versions');
  return {
    ...content,
    versions: Array.isArray(versions)
      ? versions.map((version: { fetched?: unknown }, index) => ({
          sha256: texts[index]?.sha256,
          fetched: version.fetched,
        }))
      : versions,
  };
}

/** Finds the quotes of a record in their sources. A quote that is not there, or there more than once, is refused. */
async function anchorCitations(
  tx: Transaction,
  value: RecordLine,
  ids: ReadonlyMap<string, string>,
  texts: Texts,
): Promise<Citation[]> {
  const issues: FieldIssue[] = [];
  const citations: Citation[] = [];
  for (const [index, { field, role, source, version, quote, prefix, suffix }] of value.citations.entries()) {
    const at = `/citations/${index}`;
    const id = await findHandle(tx, source, ids);
    const stored = id === null ? null : await textOf(tx, id, version, texts);
    if (id === null || !stored) {
      issues.push({ path: `${at}/source`, message: `there is no text of a source ${source}` });
      continue;
    }
    const found = anchor(stored.text, quote, {
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
    });
    if (found.found === 'unique') {
      const passage = { source: id, ...selectPassage(stored.text, found.start, found.end, stored.sha256) };
      citations.push({ field, role, passage });
      continue;
    }
    const message =
      found.found === 'absent'
        ? 'does not stand in its source'
        : 'stands in its source more than once; add a prefix or suffix';
    issues.push({ path: `${at}/quote`, message: `"${quote.slice(0, 80)}" ${message}` });
  }
  if (issues.length > 0) throw new RapporteurError('invalid_input', 'Some quotes cannot be cited.', issues);
  return citations;
}

async function textOf(
  tx: Transaction,
  id: string,
  version: string | undefined,
  texts: Texts,
): Promise<StoredText | null> {
  const inBundle = texts.get(id);
  const found =
    inBundle && (version === undefined ? inBundle.at(-1) : inBundle.find(({ sha256 }) => sha256 === version));
  if (found) return found;
  const row = await tx.sourceVersion.findFirst({
    where: { recordId: id, ...(version === undefined ? {} : { sha256: version }) },
    orderBy: { number: 'desc' },
    select: { sha256: true },
  });
  return row && tx.storedText.findUnique({ where: { sha256: row.sha256 } });
}

/** Publishes the set; a fault of the evidence is told under the line of its record. */
async function publishAll(
  tx: Transaction,
  written: readonly string[],
  records: readonly Line<'record'>[],
  ids: ReadonlyMap<string, string>,
  people: ImportPeople,
): Promise<void> {
  if (written.length === 0) return;
  try {
    await publishSet(tx, people.reviewer, written);
  } catch (error) {
    if (!(error instanceof RapporteurError) || error.issues.length === 0) throw error;
    const lineOf = new Map(records.map(({ line, value }) => [handleOf(value), line]));
    const issues = error.issues.map(({ path, message }) => {
      const handle = path.split('/').slice(1, 3).join('/');
      const line = lineOf.get(handle);
      return { path: line === undefined ? path : `line ${line} ${path.slice(handle.length + 1)}`, message };
    });
    throw new RapporteurError(error.code, error.message, issues, { cause: error });
  }
}

async function requireRecord(tx: Transaction, { kind, slug }: { kind: RecordLine['kind']; slug: string }) {
  const record = await tx.record.findUnique({ where: { kind_slug: { kind, slug } } });
  if (!record) throw fault('/slug', `there is no ${kind} at ${slug}`);
  return record;
}
