import PostalMime, { type Address, type Email } from 'postal-mime';
import { RapporteurError } from '@rapporteur/domain/errors';
import { codePointLength } from '@rapporteur/domain/passage';
import type { ReadDocument } from '../document';
import { clean, dayOf, languageTag } from '../html/metadata';
import { MappedText } from '../mapped-text';
import { Paragraphs } from '../paragraphs';
import { bareDocument } from './bare-document';
import { writeHtml } from './html';
import { readPlainText } from './plain-text';

/** The body of a letter and what its head says. Attachments are named, not read. */
export async function readEmail(bytes: Uint8Array): Promise<ReadDocument> {
  const email = await parse(bytes);
  const body = bodyOf(email, bytes);
  const from = email.headers.find(({ key }) => key === 'date')?.value;
  const names = email.attachments.map(({ filename, mimeType }) => filename ?? mimeType);
  const warnings = [
    ...(names.length > 0
      ? [
          `Attachments are not read: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ', …' : ''}. Send those that matter by themselves.`,
        ]
      : []),
    ...(body.text === '' ? ['This letter holds no text.'] : []),
    ...(body.text.includes('\ufffd')
      ? ['Some letters could not be read; the letter says wrongly how it is written.']
      : []),
  ];
  return {
    ...bareDocument('email'),
    text: body.text,
    map: body.map,
    encoding: body.encoding,
    title: clean(email.subject),
    authors: email.from ? mailboxes(email.from) : [],
    published: dayOf(from) ?? dayOf(email.date),
    language: languageTag(email.headers.find(({ key }) => key === 'content-language')?.value),
    warnings,
  };
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: 50,
      maxHeadersSize: 1024 * 1024,
      maxRfc822NestingDepth: 3,
    });
  } catch (error) {
    throw new RapporteurError(
      'invalid_input',
      'This letter is made in a way that cannot be read. Paste its text.',
      [],
      { cause: error },
    );
  }
}

function bodyOf({ text, html }: Email, bytes: Uint8Array): Pick<ReadDocument, 'text' | 'map' | 'encoding'> {
  if (text !== undefined && text.trim() !== '') {
    return (
      inPlace(text, bytes) ?? {
        ...readPlainText({ text: mended(text), encoding: '', warnings: [] }),
        map: [],
        encoding: null,
      }
    );
  }
  const mapped = new MappedText(null);
  writeHtml(mended(html ?? ''), new Paragraphs(mapped));
  return { ...mapped.finish(), encoding: null };
}

/** The text with its map, where it stands in the letter as it is: neither packed for the way nor in another encoding. */
function inPlace(text: string, bytes: Uint8Array): Pick<ReadDocument, 'text' | 'map' | 'encoding'> | null {
  const letter = new TextDecoder().decode(bytes);
  const body = text.trim();
  const written = [body.replaceAll(/\r?\n/g, '\r\n'), body].find((form) => letter.includes(form));
  const from = letter.indexOf(written ?? body);
  // What stands there twice, or holds signs that could not be read, cannot be placed.
  if (written === undefined || written.includes('\ufffd') || letter.lastIndexOf(written) !== from) return null;
  const document = readPlainText({ text: written, encoding: 'utf-8', warnings: [] });
  const before = codePointLength(letter.slice(0, from));
  const map = document.map.map((stretch) => ({
    ...stretch,
    original: stretch.original && { start: stretch.original.start + before, end: stretch.original.end + before },
  }));
  return { ...document, map };
}

const mailboxes = (address: Address): string[] =>
  (address.group ?? [address])
    .map(({ name, address: mailbox }) => clean(name) ?? mailbox ?? '')
    .filter((name) => name !== '');

/** Node 20 takes windows-1252 for ISO-8859-1, and so do many letters: their quotation marks come out as control characters. */
const mended = (text: string): string =>
  text.replaceAll(/[\x80-\x9f]+/g, (signs) => {
    const decoder = new TextDecoder('windows-1252');
    return decoder.decode(Buffer.from(signs, 'latin1'), { stream: true }) + decoder.decode();
  });
