import type { Published } from '@rapporteur/db/clients';
import { titleOf } from '@rapporteur/domain/content/title';
import type { Language } from '@rapporteur/domain/translation/languages';
import { outdatedIn, placeTexts, standingTexts } from '@rapporteur/domain/translation/place';
import { translate, type Texts } from '@rapporteur/domain/translation/texts';
import type { RecordAnswer, RecordView, TranslatedAnswer } from '@rapporteur/domain/views';
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
  const { id, kind, slug, title, languages } = record;
  const translated = await translatedRecord(published, language, record);
  if (translated !== null) return { found: 'live', record: translated };
  return { found: 'untranslated', record: { id, kind, slug, title, state: 'live' }, languages };
}

/**
 * What readers of another language are shown at an address: the translation where one is published, otherwise the original
 * with the names of other records as they know them.
 */
export async function getTranslatedOrOriginal(
  published: Published,
  { language, ...by }: RecordAddress & { language: Language },
  part: number | null = null,
): Promise<RecordAnswer | null> {
  const answer = await getRecord(published, by, part);
  if (answer?.found !== 'live') return answer;
  const { record } = answer;
  const translated = await translatedRecord(published, language, record);
  return { found: 'live', record: translated ?? (await withNamesIn(published, language, record)) };
}

async function translatedRecord(
  published: Published,
  language: Language,
  record: RecordView,
): Promise<RecordView | null> {
  const { id } = record;
  const row = record.languages.includes(language)
    ? await published.publishedTranslation.findUnique({ where: { id: `${id}/${language}` } })
    : null;
  if (!row) return null;
  // Checked by its schema when it was saved.
  const shown = await inWordsOf(published, record, { ...row, language, texts: row.texts as Texts });
  if (!shown) {
    throw new Error(`The translation of ${id} was made from version ${row.baseRevision}, which is not public.`);
  }
  return shown;
}

/** A translation of a record, public or about to be. */
export interface Told {
  language: Language;
  number: number;
  baseRevision: number;
  texts: Texts;
  /** Null where it is not public. */
  publishedAt: Date | null;
}

/** A public record, as it is now, in the words of a translation; null where the version that it was made from is not public. */
export async function inWordsOf(
  published: Published,
  record: RecordView,
  { language, number, baseRevision, texts, publishedAt }: Told,
): Promise<RecordView | null> {
  const { id, kind, title } = record;
  const base = baseRevision === record.revisionNumber ? record : await getRevision(published, id, baseRevision);
  if (base === null) return null;
  const current = asContent(kind, record.content);
  const placed = placeTexts(asContent(kind, base.content), current, texts);
  const translated = translate(current, standingTexts(placed), language);
  const translation = {
    language,
    number,
    fromRevision: baseRevision,
    publishedAt: publishedAt?.toISOString() ?? null,
    outdated: outdatedIn(placed),
    fields: Object.fromEntries(placed.fields.map(({ field, state }) => [field, state])),
  };
  const named = await withNamesIn(published, language, record);
  const nameOf = (about: string) => named.links[about]?.title ?? 'Not on record';
  // The title of a position is a phrase of the site's own language, so it stays whole.
  const shown = kind === 'position' ? title : titleOf(translated, nameOf);
  return { ...named, content: translated.content, title: shown, translation } as RecordView;
}
