import type { AnyContent } from '@rapporteur/domain/content/content';
import type { Citation } from '@rapporteur/domain/content/citation';
import { references } from '@rapporteur/domain/content/references';
import { foldName, soundOf } from '@rapporteur/domain/name-fold';
import { namesOfRecord, proseOf, recordTexts, type RecordText } from '@rapporteur/domain/search/record-texts';
import { searchLanguagesOf, searchText, type SearchLanguage } from '@rapporteur/domain/search/search-text';
import type { Language } from '@rapporteur/domain/translation/languages';
import { placeTexts, standingTexts } from '@rapporteur/domain/translation/place';
import { translate } from '@rapporteur/domain/translation/texts';
import { dateOf, sortKeyOf } from '../record/title';
import { asContent } from '../translation/texts';
import { span, type ProjectionContext, type Rows, type Translated } from './rows';

/** The language that the record itself is written in. */
const ownLanguage = 'en';

/**
 * How much of one record is searched, in bytes: PostgreSQL keeps at most a megabyte of words and their places. Cited
 * passages come before the text of a source, so it is the end of a long text that is not found.
 */
const longest = 250_000;

/** The kinds that much else is about: a search that cannot look at everything looks at them first. */
const first: readonly AnyContent['kind'][] = ['actor', 'issue', 'programme', 'article', 'commitment'];

/** The rows by which a record is found: itself and each of its translations, and the names it goes by. */
export function searchRows(
  recordId: string,
  record: AnyContent,
  citations: readonly Citation[],
  context: ProjectionContext,
): Rows {
  const facets = facetsOf(recordId, record, context);
  const common = { recordId, kind: record.kind, ...datesOf(record) };
  const row = (id: string, language: string, texts: readonly RecordText[]) => ({
    id,
    ...common,
    language,
    facets: [...facets, `language ${language}`],
    texts: merged(texts, language),
  });
  // Who chose is found by what a vote is counted by; the words of a tally would find every vote for each name in it.
  const spoken = citations.filter(({ field }) => field !== '/choices');
  const passages = [...new Set(spoken.map(({ passage }) => passage.exact))];
  const translations = context.translations.map((translation) => translated(record, translation));
  return {
    SearchEntry: [
      row(recordId, ownLanguage, [
        ...recordTexts(record),
        ...passages.flatMap((text) => inUnknown(text)),
        ...fullText(record, context),
      ]),
      ...translations.map(({ language, texts }) => row(`${recordId}/${language}`, language, texts)),
    ],
    SearchName: [...namesOfRecord(record), ...translations.flatMap(({ name }) => name)].map(
      ({ text, language }, index) => {
        const folded = foldName(text);
        const sounds = [...new Set(folded.split(' ').map(soundOf))].filter((sound) => sound !== '');
        return {
          id: `${recordId}/names/${index}`,
          recordId,
          kind: record.kind,
          text,
          language,
          folded: ` ${folded} `,
          sounds,
        };
      },
    ),
  };
}

function datesOf(record: AnyContent) {
  const date = dateOf(record);
  const sortKey = date === null ? '' : sortKeyOf(record);
  // A letter sorts behind every digit, whatever the rules of the database.
  return { sortKey, precedence: first.includes(record.kind) ? `z${sortKey}` : sortKey, ...span(date) };
}

/** What a record is counted and narrowed by. */
function facetsOf(recordId: string, record: AnyContent, { resolve }: ProjectionContext): string[] {
  const { kind } = record;
  const { sortKey } = datesOf(record);
  const named = references(kind, record.content).flatMap(({ kind: about, field, value }) =>
    // Who carried the words is not whom they are about.
    (about === 'actor' || about === 'issue' || about === 'programme') && !field.startsWith('/attribution')
      ? [`${about} ${resolve(value)}`]
      : [],
  );
  const own = kind === 'actor' || kind === 'issue' || kind === 'programme' ? [`${kind} ${recordId}`] : [];
  const stance = kind === 'position' ? record.content.turns.at(-1)?.stance : undefined;
  const year = /^-?\d{4}/.exec(sortKey)?.[0];
  const all = [
    `kind ${kind}`,
    ...own,
    ...named,
    ...(kind !== 'position' ? [] : [`stance ${stance ?? 'none'}`]),
    ...(year === undefined ? [] : [`year ${year}`]),
  ];
  // In an order of their own: the fields of a content have none.
  return [...new Set(all)].toSorted();
}

/** Passages stand in the languages of their sources: found by English stems, and in every language as they are written. */
const inUnknown = (text: string): RecordText[] => [
  { weight: 'D', text, language: ownLanguage },
  { weight: 'D', text, language: '' },
];

/** The newest text of a source whose rights allow it to be shown. */
function fullText(record: AnyContent, { textOf }: ProjectionContext): RecordText[] {
  // The rows of a dataset are found by the records that rest on them: its parts would only stand beside each of these.
  if (record.kind !== 'source' || record.content.rights !== 'full' || record.content.form === 'dataset') return [];
  const { sha256 } = record.content.versions.at(-1) ?? {};
  return sha256 === undefined
    ? []
    : [{ weight: 'D', text: textOf(sha256).text.slice(0, longest), language: record.content.language }];
}

/** What stands of a translation beside the record as it is now. */
function translated(record: AnyContent, { language, base, texts }: Translated) {
  const standing = standingTexts(placeTexts(asContent(record.kind, base), record, texts));
  // The database checks the language.
  const content = translate(record, standing, language as Language);
  const prose = proseOf(content, (field) => Object.hasOwn(standing, field));
  const name = prose.filter(({ weight }) => weight === 'A').map(({ text }) => ({ text, language }));
  return { language, texts: prose, name };
}

interface Words {
  config: SearchLanguage;
  weight: RecordText['weight'];
  text: string;
}

/** The texts as the database takes them: one for each language and weight, bounded in all. */
function merged(texts: readonly RecordText[], language: string): Words[] {
  const found = new Map<string, Words>();
  let room = longest;
  for (const { weight, text, language: written } of texts) {
    const words = searchText(text);
    if (words === '') continue;
    for (const config of searchLanguagesOf(written ?? language)) {
      const kept = withinBytes(words, room);
      if (kept === '') continue;
      room -= Buffer.byteLength(kept);
      const key = `${config} ${weight}`;
      const same = found.get(key);
      if (same === undefined) found.set(key, { config, weight, text: kept });
      else same.text += ` ${kept}`;
    }
  }
  return [...found.values()];
}

/** The words that have room in so many bytes. */
function withinBytes(words: string, room: number): string {
  if (Buffer.byteLength(words) <= room) return words;
  const cut = Buffer.from(words).subarray(0, Math.max(0, room)).toString('utf8');
  return cut.slice(0, Math.max(0, cut.lastIndexOf(' ')));
}
