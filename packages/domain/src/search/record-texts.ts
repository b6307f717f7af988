import type { RichText } from '../content/article';
import type { AnyContent } from '../content/content';
import { titleField, translatableFields } from '../translation/fields';

/** How much a word says about a record: its name, what it says, what stands beside it, and what it rests on. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** Words of a record that readers can find it by. */
export interface RecordText {
  weight: Weight;
  text: string;
  /** The language of the words (BCP 47); null for the language of the record itself. */
  language: string | null;
}

const own = (weight: Weight, text: string | null, language: string | null = null): RecordText[] =>
  text === null ? [] : [{ weight, text, language }];

/**
 * The words of a record as they were written: prose and names, and what is quoted. Names of other records are not among
 * them: those are found through the records themselves.
 */
export function recordTexts(record: AnyContent): RecordText[] {
  return [...proseOf(record), ...quotedIn(record)];
}

/** The prose of a record, as far as `wanted` says; of all its fields without it. */
export function proseOf(record: AnyContent, wanted: (field: string) => boolean = () => true): RecordText[] {
  const title = titleField(record.kind);
  return translatableFields(record)
    .filter(({ field }) => wanted(field))
    .map(({ field, form, text }) => ({
      weight: field === title ? 'A' : 'B',
      text: form === 'marked' ? text.replaceAll(/<\/?\d{1,4}>/g, '') : text,
      language: null,
    }));
}

/** What is no prose of the record's own: titles of documents, names, direct speech, quotations. */
function quotedIn({ kind, content }: AnyContent): RecordText[] {
  switch (kind) {
    case 'source':
      return [...own('A', content.title, content.language), ...own('C', content.author, content.language)];
    case 'actor':
      return [
        ...content.names.flatMap(({ text, language }) => own('A', text, language)),
        ...content.identifiers.flatMap(({ value }) => own('C', value)),
      ];
    case 'statement':
      return content.speech === 'direct' ? own('B', content.text, content.originalLanguage) : [];
    case 'article':
      return [...own('C', content.byline), ...quotations(content.body)];
    default:
      return [];
  }
}

function quotations(body: RichText): RecordText[] {
  return body.content.flatMap((block) =>
    block.type === 'quotation'
      ? block.content.flatMap(({ content }) =>
          own('B', content.map((node) => (node.type === 'text' ? node.text : node.attrs.words)).join('')),
        )
      : [],
  );
}

/** The names that a record is called by, with the language of each; none where it is named after other records. */
export function namesOfRecord({ kind, content }: AnyContent): { text: string; language: string }[] {
  switch (kind) {
    case 'actor':
      return content.names.map(({ text, language }) => ({ text, language }));
    case 'issue':
      return [{ text: content.shortTitle, language: 'en' }];
    case 'source':
      return [{ text: content.title, language: content.language }];
    case 'event':
    case 'programme':
    case 'commitment':
    case 'article':
      return [{ text: content.title, language: 'en' }];
    case 'statement':
    case 'position':
      return [];
  }
}
