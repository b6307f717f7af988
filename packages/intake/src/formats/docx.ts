import mammoth from 'mammoth';
import { JSDOM } from 'jsdom';
import type { ReadDocument } from '../document';
import { clean, dayOf, languageTag } from '../html/metadata';
import { MappedText } from '../mapped-text';
import { Paragraphs } from '../paragraphs';
import { bareDocument } from './bare-document';
import { writeHtml } from './html';

/** What mammoth asks of an archive; it takes one in place of a file, which its types leave out. */
interface Archive {
  exists: (name: string) => boolean;
  read: (name: string, encoding?: string) => Promise<Uint8Array | string>;
}

/** The text of a Word document, its notes at the end, out of its parts: mammoth is given only what `unpack` has counted. */
export async function readDocx(parts: ReadonlyMap<string, Buffer>): Promise<ReadDocument> {
  const file: Archive = {
    exists: (name) => parts.has(name),
    read: async (name, encoding) => {
      const part = parts.get(name) ?? Buffer.alloc(0);
      return encoding ? part.toString(encoding === 'base64' ? 'base64' : 'utf8') : part;
    },
  };
  const { value } = await mammoth.convertToHtml({ file } as unknown as Parameters<typeof mammoth.convertToHtml>[0], {
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
  });
  const mapped = new MappedText(null);
  // The marks of notes and the ways back are for the eye only; in a quotation they would be words.
  const html = value.replaceAll(
    /<sup><a href="#(?:foot|end)note-\d+"[^>]*>\[\d+\]<\/a><\/sup>| ?<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/g,
    '',
  );
  writeHtml(html, new Paragraphs(mapped));
  const { text } = mapped.finish();
  const described = describe(parts.get('docProps/core.xml'));
  const warnings = [
    ...(text === ''
      ? ['This document holds no text. If it holds a picture of one, have the text recognised (OCR).']
      : []),
    ...(described.published
      ? ['The date is that on which the file was made. Look in the text for the day of publication.']
      : []),
  ];
  return { ...bareDocument('docx'), ...described, text, warnings };
}

/** The properties of the document (ECMA-376, part 2, 11: Dublin Core). */
function describe(core: Buffer | undefined): Pick<ReadDocument, 'title' | 'authors' | 'published' | 'language'> {
  const said = (name: string) =>
    new RegExp(`<(?:dc|dcterms):${name}\\b[^>]{0,200}>([^<]{1,2000})<`).exec(core?.toString('utf8') ?? '')?.[1];
  const words = (name: string) => clean(JSDOM.fragment(said(name) ?? '').textContent);
  const creator = words('creator');
  return {
    title: words('title'),
    authors: creator === null ? [] : creator.split(/\s*;\s*/).filter((name) => name !== ''),
    published: dayOf(words('created')),
    language: languageTag(words('language')),
  };
}
