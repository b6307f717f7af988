import type { Transaction } from '@rapporteur/db/transaction';
import type { Citation } from '@rapporteur/domain/content/citation';
import type { AnyContent } from '@rapporteur/domain/content/content';
import { fieldsWithoutEvidence } from '@rapporteur/domain/content/evidence';
import { references } from '@rapporteur/domain/content/references';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { passageFits } from '@rapporteur/domain/passage';
import type { WholeSet } from './portions';

export interface Publishable {
  id: string;
  slug: string;
  record: AnyContent;
  citations: Citation[];
}

/** The texts of sources by fingerprint. */
export type Texts = Map<string, { text: string; length: number }>;

/**
 * Refuses a set of records unless each assertion rests on a passage that is in its source word for word, each record and
 * source version named is public or becomes public with the set, and no source of the set loses a version that others rest
 * on. The error lists every fault of every record.
 */
export async function checkEvidence(
  tx: Transaction,
  set: readonly Publishable[],
  resolve: (id: string) => string,
  whole?: WholeSet,
): Promise<Texts> {
  const { texts, issues } = await evidenceOf(tx, set, resolve, whole);
  if (issues.length > 0) {
    throw new RapporteurError(
      'missing_evidence',
      'Nothing is published: some of it does not rest on a passage.',
      issues,
    );
  }
  return texts;
}

/**
 * The stored texts that a set of records rests on, and every fault for which the gate would refuse it. Where the set is a
 * portion, `whole` is what it is a portion of.
 */
export async function evidenceOf(
  tx: Transaction,
  set: readonly Publishable[],
  resolve: (id: string) => string,
  whole?: WholeSet,
): Promise<{ texts: Texts; issues: FieldIssue[] }> {
  const { texts, isLive, versions } = await groundOf(tx, set, resolve, whole);
  const unseen = set.flatMap(({ record: { kind, content } }) =>
    references(kind, content).filter(({ value }) => !isLive(resolve(value))),
  );
  const titles = await titlesOf(
    tx,
    unseen.map(({ value }) => value),
  );
  const resting = await restingOnDropped(tx, set, [...(whole?.ids ?? set.map(({ id }) => id))]);
  const issues = set.flatMap((item) => [
    ...fieldsWithoutEvidence(item.record, item.citations).map((field) =>
      fault(item, field, 'has no passage that supports it'),
    ),
    ...item.citations.flatMap((citation, index) => passageFaults(item, citation, index, texts, versions, resolve)),
    ...references(item.record.kind, item.record.content)
      .filter(({ value }) => !isLive(resolve(value)))
      .map(({ field, value }) => fault(item, field, `names ${titles.get(value) ?? value}, which is not public`)),
    ...(item.record.kind === 'source' ? item.record.content.versions : []).flatMap((version, index) =>
      texts.has(version.sha256) ? [] : [fault(item, `/versions/${index}/sha256`, 'names a text that is not stored')],
    ),
    ...resting
      .filter(({ source }) => source === item.id)
      .map(({ id, title, field }) =>
        fault(
          item,
          '/versions',
          `lacks the version on which “${title ?? id}” (${id}${field}) rests: keep it, or publish a change of that record with this one`,
        ),
      ),
  ]);
  return { texts, issues };
}

/** What the desk calls some records, in quotation marks. Asks nothing where there are none, which is the rule. */
async function titlesOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const entries = await tx.deskEntry.findMany({
    where: { recordId: { in: [...new Set(ids)] } },
    select: { recordId: true, title: true },
  });
  return new Map(entries.map(({ recordId, title }) => [recordId, `“${title}”`]));
}

/** How many of the records that rest on a version are named. */
const mostNamed = 100;

/** What is public, and stays as it is, by passages of versions that sources of the set no longer have. */
async function restingOnDropped(tx: Transaction, set: readonly Publishable[], changing: readonly string[]) {
  const sources = set.flatMap(({ id, record }) =>
    record.kind === 'source' ? [{ id, kept: record.content.versions.map(({ sha256 }) => sha256) }] : [],
  );
  if (sources.length === 0) return [];
  return tx.$queryRaw<{ source: string; id: string; title: string | null; field: string }[]>`
    SELECT p."recordId" AS source, c."recordId" AS id, e."title", c."field"
    FROM jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) AS s("id" text, "kept" jsonb)
      JOIN "Passage" p ON p."recordId" = s."id" AND NOT s."kept" @> to_jsonb(p."sha256")
      JOIN "Citation" c ON c."passageId" = p."id" AND c."recordId" <> ALL (${[...changing]}::text[])
      JOIN "Entry" e ON e."id" = c."recordId"
    ORDER BY c."id" LIMIT ${mostNamed}`;
}

const fault = (item: Publishable, field: string, message: string): FieldIssue => ({
  path: `/${item.record.kind}s/${item.slug}${field}`,
  message,
});

function passageFaults(
  item: Publishable,
  citation: Citation,
  index: number,
  texts: Texts,
  versions: Map<string, Set<string>>,
  resolve: (id: string) => string,
): FieldIssue[] {
  const { passage } = citation;
  const field = `/citations/${index}/passage`;
  if (!versions.get(resolve(passage.source))?.has(passage.sha256)) {
    return [
      fault(
        item,
        field,
        'is of a text that is no public version of its source: publish the source, or its newest version, first',
      ),
    ];
  }
  const stored = texts.get(passage.sha256);
  if (!stored || !passageFits(passage, stored.text))
    return [fault(item, field, 'does not stand in its source at that place')];
  return [];
}

/** What is on record that a set rests on. */
interface Ground {
  texts: Texts;
  /** Whether a record is public, or becomes public with the set. */
  isLive: (id: string) => boolean;
  /** The public fingerprints of each cited source: those of the set where the source is in it, else those that are live. */
  versions: Map<string, Set<string>>;
}

/** One statement, because every publication waits for it. */
async function groundOf(
  tx: Transaction,
  set: readonly Publishable[],
  resolve: (id: string) => string,
  whole?: WholeSet,
): Promise<Ground> {
  const passages = set.flatMap((item) => item.citations.map((citation) => citation.passage));
  const own = set.flatMap(({ record }) => (record.kind === 'source' ? record.content.versions : []));
  const texts = new Set([...passages, ...own].map(({ sha256 }) => sha256));
  const named = set.flatMap((item) =>
    references(item.record.kind, item.record.content).map(({ value }) => resolve(value)),
  );
  const rows = await tx.$queryRaw<{ what: 'text' | 'live' | 'version'; id: string; value: string; length: number }[]>`
    SELECT 'text' AS what, "sha256" AS id, "text" AS value, "length" FROM "StoredText" WHERE "sha256" = ANY (${[...texts]}::text[])
    UNION ALL
    SELECT 'live', "id", '', 0 FROM "Entry" WHERE "id" = ANY (${[...new Set(named)]}::text[]) AND "state" = 'live'
    UNION ALL
    SELECT 'version', "recordId", "sha256", 0 FROM "SourceVersion"
    WHERE "recordId" = ANY (${[...new Set(passages.map(({ source }) => source))]}::text[])`;
  const live = new Set(set.map(({ id }) => id));
  const isLive = (id: string) => live.has(id) || whole?.ids.has(id) === true;
  const ground: Ground = { texts: new Map(), isLive, versions: new Map() };
  for (const { what, id, value, length } of rows) {
    if (what === 'text') ground.texts.set(id, { text: value, length });
    else if (what === 'live') live.add(id);
    else ground.versions.set(id, (ground.versions.get(id) ?? new Set()).add(value));
  }
  for (const { source } of passages) {
    const given = whole?.versions.get(source);
    if (given) ground.versions.set(source, new Set(given));
  }
  for (const { id, record } of set) {
    if (record.kind === 'source') ground.versions.set(id, new Set(record.content.versions.map(({ sha256 }) => sha256)));
  }
  return ground;
}
