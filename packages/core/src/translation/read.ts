import type { Published } from '@rapporteur/db/clients';
import { titleOf } from '@rapporteur/domain/content/title';
import type { Language } from '@rapporteur/domain/translation/languages';
import { outdatedIn, placeTexts, standingTexts } from '@rapporteur/domain/translation/place';
import { translate, type Texts } from '@rapporteur/domain/translation/texts';
import type { RecordView, TranslatedAnswer } from '@rapporteur/domain/views';
import { getRecord, getRevision, type RecordAddress } from '../record/read';
import { withNamesIn } from './names';
import { asContent } from './texts';

/**
 * What stands at an address in another language. The record is as it is now: a text whose original has changed since it was
 * translated is not shown, its original is. Null where nothing ever stood there.
 */
export async function getTranslated(
  published: Published,
  { language, ...by }: RecordAddress & { language: Language },
): Promise<TranslatedAnswer | null> {
  const answer = await getRecord(published, by);
  if (answer?.found !== 'live') return answer;
  const { record } = answer;
  const { id, kind, slug, title } = record;
  const row = record.languages.includes(language)
    ? await published.publishedTranslation.findUnique({ where: { id: `${id}/${language}` } })
    : null;
  if (!row)
    return { found: 'untranslated', record: { id, kind, slug, title, state: 'live' }, languages: record.languages };
  const { baseRevision, number } = row;
  const current = asContent(kind, record.content);
  const base =
    baseRevision === record.revisionNumber ? current : asContent(kind, await contentOf(published, id, baseRevision));
  // Checked by its schema when it was saved.
  const placed = placeTexts(base, current, row.texts as Texts);
  const translated = translate(current, standingTexts(placed), language);
  const translation = {
    language,
    number,
    fromRevision: baseRevision,
    publishedAt: row.publishedAt.toISOString(),
    outdated: outdatedIn(placed),
    fields: Object.fromEntries(placed.fields.map(({ field, state }) => [field, state])),
  };
  const named = await withNamesIn(published, language, record);
  const nameOf = (about: string) => named.links[about]?.title ?? 'Not on record';
  // The title of a position is a phrase of the site's own language, so it stays whole.
  const shown = kind === 'position' ? title : titleOf(translated, nameOf);
  return { found: 'live', record: { ...named, content: translated.content, title: shown, translation } as RecordView };
}

/** The version that a public translation was made from is public as long as its record is. */
async function contentOf(published: Published, id: string, number: number): Promise<unknown> {
  const revision = await getRevision(published, id, number);
  if (!revision) throw new Error(`The translation of ${id} was made from version ${number}, which is not public.`);
  return revision.content;
}
