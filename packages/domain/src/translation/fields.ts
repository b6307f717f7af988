import { formatPointer, getPointer } from '../json-pointer';
import type { AnyContent } from '../content/content';
import type { RichText } from '../content/article';
import { toMarkedText, type Inline } from './marked-text';

/** How a translated text is written: one line, paragraphs, or running text with the numbered tags of its original. */
export type TranslatableForm = 'line' | 'prose' | 'marked';

/** A field of a record that can be translated, with the words that stand there. */
export interface TranslatableField {
  /** JSON pointer into the content. */
  field: string;
  form: TranslatableForm;
  text: string;
}

type Form = Exclude<TranslatableForm, 'marked'>;
/** A field, or a list with the fields of its items. In the order in which they are read. */
type Paths = readonly (
  | readonly [field: string, form: Form]
  | readonly [list: string, fields: readonly (readonly [string, Form])[]]
)[];

/**
 * The prose of each kind that readers see. What is quoted stays as it was said: passages, the text of direct speech, the
 * titles of documents, names of reporters; and so does what is no prose: dates, choices, addresses, identifiers.
 */
const paths: Record<AnyContent['kind'], Paths> = {
  source: [['note', 'prose']],
  actor: [
    ['description', 'prose'],
    ['memberships', [['role', 'line']]],
    ['offices', [['title', 'line']]],
  ],
  event: [
    ['title', 'line'],
    ['place', 'line'],
    ['summary', 'prose'],
  ],
  programme: [
    ['title', 'line'],
    ['edition', 'line'],
    ['summary', 'prose'],
    [
      'provisions',
      [
        ['group', 'line'],
        ['subject', 'line'],
        ['note', 'prose'],
      ],
    ],
  ],
  issue: [
    ['shortTitle', 'line'],
    ['question', 'line'],
    ['description', 'prose'],
  ],
  statement: [
    ['text', 'prose'],
    ['capacity', 'line'],
    ['claims', [['text', 'prose']]],
  ],
  position: [['turns', [['summary', 'prose']]]],
  commitment: [
    ['title', 'line'],
    ['summary', 'prose'],
    ['steps', [['note', 'prose']]],
  ],
  article: [
    ['title', 'line'],
    ['standfirst', 'prose'],
  ],
};

const titles: Partial<Record<AnyContent['kind'], string>> = {
  actor: '/names/0/text',
  event: '/title',
  programme: '/title',
  commitment: '/title',
  article: '/title',
  issue: '/shortTitle',
};

/** The field that a record is called by; null where its title is made of other records' names, or stays as it is. */
export const titleField = (kind: AnyContent['kind']): string | null => titles[kind] ?? null;

/** The fields of a record that can be translated and hold words now; items of a list one after the other. */
export function translatableFields(record: AnyContent): TranslatableField[] {
  const { kind, content } = record;
  const found = paths[kind].flatMap(([name, what]) =>
    typeof what === 'string' ? textAt(content, [name], what) : textsOfItems(content, name, what),
  );
  if (kind === 'actor') return [...textAt(content, ['names', 0, 'text'], 'line'), ...found];
  if (kind === 'article') return [...found, ...bodyFields(content.body)];
  if (kind === 'statement' && content.speech === 'direct') return found.filter(({ field }) => field !== '/text');
  return found;
}

function textsOfItems(
  content: unknown,
  list: string,
  fields: readonly (readonly [string, Form])[],
): TranslatableField[] {
  const items = getPointer(content, formatPointer([list]));
  if (!Array.isArray(items)) return [];
  return items.flatMap((_, index) => fields.flatMap(([name, form]) => textAt(content, [list, index, name], form)));
}

function textAt(content: unknown, path: readonly (string | number)[], form: Form): TranslatableField[] {
  const field = formatPointer(path);
  const text = getPointer(content, field);
  // A text without letters, such as the year of an edition, reads the same in every language.
  return typeof text === 'string' && /\p{L}/u.test(text) ? [{ field, form, text }] : [];
}

/** The paragraphs and headings of an article, those of lists among them. Quotations stay in the words that were said. */
function bodyFields(body: RichText): TranslatableField[] {
  return body.content.flatMap((block, index) => {
    const at = ['body', 'content', index];
    if (block.type === 'quotation') return [];
    if (block.type !== 'list') return marked([...at, 'content'], block.content);
    return block.content.flatMap((item, row) =>
      item.content.flatMap((paragraph, line) =>
        marked([...at, 'content', row, 'content', line, 'content'], paragraph.content),
      ),
    );
  });
}

function marked(path: readonly (string | number)[], inline: Inline): TranslatableField[] {
  const text = toMarkedText(inline);
  return text === null ? [] : [{ field: formatPointer(path), form: 'marked', text }];
}
