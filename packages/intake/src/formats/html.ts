import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { ReadDocument } from '../document';
import { writeBlocks } from '../html/blocks';
import { clean, readMetadata } from '../html/metadata';
import { SourcePlaces } from '../html/source-places';
import { sourceTree, type SourceNode } from '../html/source-tree';
import { MappedText } from '../mapped-text';
import { Paragraphs } from '../paragraphs';
import type { Decoded } from '../parser/decode';
import { bareDocument } from './bare-document';

/** The article of a page, its headline first; where nothing stands out as one, all that the page shows. */
export function readHtml({ text: source, encoding, warnings }: Decoded, address: string | null): ReadDocument {
  const tree = sourceTree(source);
  const { document, places } = open(source, tree, address);
  const metadata = readMetadata(document, address);
  const headline = headlineOf(document, metadata.title);
  // Leaves nothing of the page as it was.
  const article = new Readability<Node>(document, { serializer: (node) => node, disableJSONLD: true }).parse();
  const mapped = new MappedText(source);
  const paragraphs = new Paragraphs(mapped);
  const whole = !article?.content || clean(article.textContent?.slice(0, 1000)) === null;
  if (whole) {
    const again = open(source, tree, address);
    writeBlocks(again.document.body, again.places, paragraphs);
    warnings = [...warnings, 'Nothing on this page stands out as its article; all that it shows was taken.'];
  } else {
    if (headline && !startsWith(article.textContent ?? '', headline.textContent)) {
      writeBlocks(headline, places, paragraphs);
      places.rewind();
    }
    writeBlocks(article.content as Element, places, paragraphs);
  }
  const { text, map } = mapped.finish();
  if (text === '')
    warnings = ['This page shows no text. It may be made by a script: open it in a browser and paste its text.'];
  const byline = metadata.authors.length > 0 ? null : clean(article?.byline);
  return {
    ...bareDocument('html', encoding),
    ...metadata,
    title: metadata.title ?? clean(headline?.textContent) ?? clean(article?.title),
    authors: byline === null ? metadata.authors : [byline.replace(/^by\s+/i, '')],
    text,
    map,
    warnings,
  };
}

/** Writes all that a piece of HTML shows, such as the body of a letter. */
export function writeHtml(source: string, into: Paragraphs): void {
  const { document, places } = open(source, sourceTree(source), null);
  writeBlocks(document.body, places, into);
}

/** Nothing runs and nothing is loaded: jsdom does neither unless it is told to. */
function open(source: string, tree: SourceNode, address: string | null): { document: Document; places: SourcePlaces } {
  const { document } = new JSDOM(source, {
    virtualConsole: new VirtualConsole(),
    ...(address && URL.canParse(address) ? { url: address } : {}),
  }).window;
  return { document, places: new SourcePlaces(document, tree, source) };
}

/** The heading that bears the title of the page, as it stood before anything was taken away. */
function headlineOf(document: Document, title: string | null): Element | null {
  const headings = [...document.querySelectorAll('h1')].filter(({ textContent }) => clean(textContent) !== null);
  const bears = (heading: Element) => title !== null && title.includes(clean(heading.textContent) ?? title);
  const found = headings.find(bears) ?? (headings.length === 1 ? headings[0] : undefined);
  return (found?.cloneNode(true) as Element | undefined) ?? null;
}

const startsWith = (text: string, opening: string): boolean =>
  text.trimStart().slice(0, 2000).replaceAll(/\s+/g, ' ').startsWith(opening.replaceAll(/\s+/g, ' ').trim());
