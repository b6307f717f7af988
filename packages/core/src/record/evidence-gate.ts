import type { Transaction } from '@rapporteur/db/transaction';
import type { Citation } from '@rapporteur/domain/content/citation';
import type { AnyContent } from '@rapporteur/domain/content/content';
import { fieldsWithoutEvidence } from '@rapporteur/domain/content/evidence';
import { references } from '@rapporteur/domain/content/references';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { passageFits } from '@rapporteur/domain/passage';

export interface Publishable {
  id: string;
  slug: string;
  record: AnyContent;
  citations: Citation[];
}

/** The texts of sources by fingerprint. */
export type Texts = Map<string, { text: string; length: number }>;

/**
 * Refuses a set of records unless each assertion rests on a passage that is in its source word for word, and each record
 * and source version named is public or becomes public with the set. The error lists every fault of every record.
 */
export async function checkEvidence(
  tx: Transaction,
  set: readonly Publishable[],
  resolve: (id: string) => string,
): Promise<Texts> {
  const { texts, issues } = await evidenceOf(tx, set, resolve);
  if (issues.length > 0) {
    throw new RapporteurError(
      'missing_evidence',
      'Nothing is published: some of it does not rest on a passage.',
      issues,
    );
  }
  return texts;
}

/** The stored texts that a set of records rests on, and every fault for which the gate would refuse it. */
export async function evidenceOf(
  tx: Transaction,
  set: readonly Publishable[],
  resolve: (id: string) => string,
): Promise<{ texts: Texts; issues: FieldIssue[] }> {
  const texts = await textsOf(tx, set);
  const live = await liveAmong(tx, set, resolve);
  const versions = await versionsOf(tx, set);
  const issues = set.flatMap((item) => [
    ...fieldsWithoutEvidence(item.record, item.citations).map((field) =>
      fault(item, field, 'has no passage that supports it'),
    ),
    ...item.citations.flatMap((citation, index) => passageFaults(item, citation, index, texts, versions, resolve)),
    ...references(item.record.kind, item.record.content)
      .filter(({ value }) => !live.has(resolve(value)))
      .map(({ field, value }) => fault(item, field, `names ${value}, which is not public`)),
    ...(item.record.kind === 'source' ? item.record.content.versions : []).flatMap((version, index) =>
      texts.has(version.sha256) ? [] : [fault(item, `/versions/${index}/sha256`, 'names a text that is not stored')],
    ),
  ]);
  return { texts, issues };
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
    return [fault(item, field, 'is of a text that is no public version of its source')];
  }
  const stored = texts.get(passage.sha256);
  if (!stored || !passageFits(passage, stored.text))
    return [fault(item, field, 'does not stand in its source at that place')];
  return [];
}

async function textsOf(tx: Transaction, set: readonly Publishable[]): Promise<Texts> {
  const wanted = set.flatMap((item) => [
    ...item.citations.map((citation) => citation.passage.sha256),
    ...(item.record.kind === 'source' ? item.record.content.versions.map((version) => version.sha256) : []),
  ]);
  const rows = await tx.storedText.findMany({ where: { sha256: { in: [...new Set(wanted)] } } });
  return new Map(rows.map(({ sha256, text, length }) => [sha256, { text, length }]));
}

async function liveAmong(
  tx: Transaction,
  set: readonly Publishable[],
  resolve: (id: string) => string,
): Promise<Set<string>> {
  const named = set.flatMap((item) =>
    references(item.record.kind, item.record.content).map(({ value }) => resolve(value)),
  );
  const entries = await tx.entry.findMany({
    where: { id: { in: [...new Set(named)] }, state: 'live' },
    select: { id: true },
  });
  return new Set([...entries.map(({ id }) => id), ...set.map(({ id }) => id)]);
}

/** The public fingerprints of each cited source: those of the set where the source is in it, else those that are live. */
async function versionsOf(tx: Transaction, set: readonly Publishable[]): Promise<Map<string, Set<string>>> {
  const cited = [...new Set(set.flatMap((item) => item.citations.map((citation) => citation.passage.source)))];
  const rows = await tx.sourceVersion.findMany({
    where: { recordId: { in: cited } },
    select: { recordId: true, sha256: true },
  });
  const versions = new Map<string, Set<string>>();
  for (const { recordId, sha256 } of rows) versions.set(recordId, (versions.get(recordId) ?? new Set()).add(sha256));
  for (const { id, record } of set) {
    if (record.kind === 'source') versions.set(id, new Set(record.content.versions.map((version) => version.sha256)));
  }
  return versions;
}
