import { RapporteurError } from '@rapporteur/domain/errors';
import { getDocumentProxy } from 'unpdf';
import type { ReadDocument, Received } from '../document';
import { clean, languageTag } from '../html/metadata';
import { MappedText } from '../mapped-text';
import { linesOf, type Line } from '../pdf/lines';
import { writePages } from '../pdf/paragraphs';
import { bareDocument } from './bare-document';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** More pages are a library, or a trap. */
const mostPages = 5_000;

/** A PDF page by page: lines become paragraphs again, running heads and page numbers are left out, each stretch knows its page. */
export async function readPdf({ bytes }: Received): Promise<ReadDocument> {
  const pdf = await open(bytes);
  if (pdf.numPages > mostPages) {
    throw new RapporteurError(
      'limit_exceeded',
      `This PDF says it has ${pdf.numPages} pages; at most ${mostPages} are read. Send the pages that matter as a PDF of their own.`,
    );
  }
  const pages: Line[][] = [];
  const damaged: number[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const lines = await readPage(pdf, number);
    if (lines === null) damaged.push(number);
    // A file that lies about its pages fails on every one.
    if (damaged.length > 100 && damaged.length === number) break;
    pages.push(lines ?? []);
  }
  const empty = pages.flatMap((lines, index) =>
    lines.length === 0 && !damaged.includes(index + 1) ? [index + 1] : [],
  );
  if (pages.every((lines) => lines.length === 0)) throw damaged.length > 0 ? damagedPdf() : noText();
  const mapped = new MappedText(null);
  writePages(pages, mapped);
  const { text, map } = mapped.finish();
  if (text === '') throw noText();
  const described = await describe(pdf);
  const warnings = [
    ...(empty.length > 0
      ? [`${pageList(empty)} no text, only pictures or nothing. Look at them in the file itself.`]
      : []),
    ...(damaged.length > 0 ? [`${pageList(damaged, 'cannot be read')}: the file is damaged there.`] : []),
    ...(described.published
      ? ['The date is that on which the file was made. Look in the text for the day of publication.']
      : []),
  ];
  return { ...bareDocument('pdf'), ...described, text, map, warnings };
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      maxImageSize: 1,
      verbosity: 0,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new RapporteurError(
        'invalid_input',
        'This PDF is locked with a password. Unlock it and send it again, or paste its text.',
      );
    }
    throw damagedPdf(error);
  }
}

/** The lines of a page, or null where it cannot be read. */
async function readPage(pdf: Pdf, number: number): Promise<Line[] | null> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return linesOf(items);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

async function describe(pdf: Pdf): Promise<Pick<ReadDocument, 'title' | 'authors' | 'published' | 'language'>> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const said = info as Record<string, unknown>;
  const words = (name: string) => clean(typeof said[name] === 'string' ? said[name] : null);
  const made = /^D:(\d{4})(\d\d)(\d\d)/.exec(words('CreationDate') ?? '');
  const author = words('Author');
  return {
    title: words('Title')?.replace(/^Microsoft Word - |[.]docx?$/gi, '') ?? null,
    authors: author === null ? [] : author.split(/\s*;\s*/).filter((name) => name !== ''),
    published: made ? `${made[1]}-${made[2]}-${made[3]}` : null,
    language: languageTag(words('Language')),
  };
}

/** "Page 3 holds", "Pages 3, 4 and 9 hold"; of many only the first are named. */
function pageList(pages: number[], verb: 'holds' | 'cannot be read' = 'holds'): string {
  const named = pages.slice(0, 10).join(', ');
  const list = pages.length > 10 ? `${named} and ${pages.length - 10} more` : named.replace(/, (\d+)$/, ' and $1');
  const plural = verb === 'holds' && pages.length > 1 ? 'hold' : verb;
  return `${pages.length > 1 ? 'Pages' : 'Page'} ${list} ${plural}`;
}

const noText = (): RapporteurError =>
  new RapporteurError(
    'invalid_input',
    'This PDF holds pictures of its pages and no text. Have the text recognised (OCR) and send that, or paste the text.',
  );

const damagedPdf = (cause?: unknown): RapporteurError =>
  new RapporteurError(
    'invalid_input',
    'This PDF is damaged, or is none. Open it in a reader, save or print it as a new PDF, and send that.',
    [],
    { cause },
  );
