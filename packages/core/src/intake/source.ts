import type { Transaction } from '@rapporteur/db/transaction';
import { citations as citationsSchema } from '@rapporteur/domain/content/citation';
import { contentSchemas } from '@rapporteur/domain/content/content';
import { languageTag, webAddress } from '@rapporteur/domain/content/text';
import { RapporteurError } from '@rapporteur/domain/errors';
import { newId } from '@rapporteur/domain/ids';
import type { AnyPayload } from '@rapporteur/domain/intake/proposal';
import type { Caller } from '../policy';
import { createDraftIn } from '../record/create';
import { saveDraftIn } from '../record/save';
import { namable } from '../reference/search';
import { firstWords } from './first-words';
import type { Item } from './lock';
import { sourcesOfTexts } from './origins';
import { lineOf } from './reading';

/**
 * The source of a text: a draft with the text as its version, readable by its cited passages only unless an editor said
 * otherwise. A text that is a version of a known source is added to the draft of that. Answers the id of the source.
 */
export async function draftSource(
  tx: Transaction,
  caller: Caller,
  item: Item,
  text: string,
  publisher: string | null,
): Promise<string> {
  const version = { sha256: item.sha256 ?? '', fetched: item.createdAt.toISOString() };
  if (item.sourceOfId !== null) return addVersion(tx, caller, item.sourceOfId, version);
  const id = newId('source');
  const title = item.title ?? item.fileName ?? lineOf(firstWords(text.slice(0, 1000))) ?? 'Source';
  await createDraftIn(tx, caller, {
    id,
    kind: 'source',
    content: {
      title,
      form: item.form,
      publisher,
      author: item.author,
      language: languageTag.safeParse(item.language).data ?? 'und',
      published: item.published,
      address: webAddress.safeParse(item.canonicalAddress ?? item.address).data ?? null,
      archivedAddress: null,
      rights: item.rights,
      licence: item.licence,
      // A publisher that is no record yet is not lost: whoever completes the source reads it here.
      note: publisher === null && item.publisher !== null ? `The text names ${item.publisher} as its publisher.` : null,
      versions: [version],
    },
    citations: [],
  });
  return id;
}

async function addVersion(
  tx: Transaction,
  caller: Caller,
  id: string,
  version: { sha256: string; fetched: string },
): Promise<string> {
  const record = await tx.record.findUniqueOrThrow({ where: { id } });
  const newest = await tx.revision.findFirstOrThrow({
    where: { recordId: id, state: { not: 'discarded' } },
    orderBy: { number: 'desc' },
  });
  const content = contentSchemas.source.safeParse(newest.content);
  if (!content.success) {
    throw new RapporteurError(
      'state_conflict',
      'The source of which this is a version does not meet its schema; mend it first.',
    );
  }
  if (content.data.versions.some(({ sha256 }) => sha256 === version.sha256)) return id;
  await saveDraftIn(tx, caller, {
    id,
    expectedVersion: record.lockVersion,
    content: { ...content.data, versions: [...content.data.versions, version] },
    citations: citationsSchema.parse(newest.citations),
  });
  return id;
}

/** The publisher by its name: an accepted proposal or a record that is called so, where there is exactly one. */
export async function publisherOf(
  tx: Transaction,
  { publisher: name }: Item,
  decided: readonly { proposal: AnyPayload; record: string | null }[],
): Promise<{ id: string | null; name: string | null }> {
  if (name === null) return { id: null, name };
  const proposed = decided.find(
    ({ proposal, record }) =>
      record !== null &&
      proposal.kind === 'actor' &&
      proposal.payload.name.localeCompare(name, 'en', { sensitivity: 'base' }) === 0,
  );
  if (proposed !== undefined) return { id: proposed.record, name };
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r."id" FROM "Revision" v JOIN "Record" r ON r."id" = v."recordId"
    WHERE desk_search_text(v."title", v."content") LIKE '%' || desk_fold(${name}) || '%' AND ${namable(['actor'])}
      AND EXISTS (SELECT FROM jsonb_path_query(v."content", 'lax $.names[*].text') AS called
        WHERE desk_fold(called #>> '{}') = desk_fold(${name})) AND desk_fold(${name}) <> ' ' LIMIT 2`;
  return { id: rows.length === 1 ? (rows[0]?.id ?? null) : null, name };
}

/** The oldest other source with this text, or one that is nearly the same: reports that share an origin count as one. */
export async function repeatedBy(tx: Transaction, { sha256, nearTexts }: Item, own: string): Promise<string | null> {
  const sources = await sourcesOfTexts(tx, sha256 === null ? [] : [sha256, ...nearTexts]);
  return sources.find(({ id }) => id !== own)?.id ?? null;
}
