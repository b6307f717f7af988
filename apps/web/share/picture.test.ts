import path from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { linesOf, outline } from './outline';
import { drawPicture, type PictureText } from './picture';
import { pictureHeight, pictureWidth } from './picture-size';
import { pictureAsPng } from './png';
import { Typeface } from './typeface';

const folder = path.join(import.meta.dirname, '..', 'node_modules');
const faces = { read: new Typeface(folder, 'read'), operate: new Typeface(folder, 'operate') };
const text: PictureText = {
  kind: 'Statement',
  title: 'The harbour will be open to every ship',
  passage: 'every ship that asks for it',
  version: 'Version 3, 15 January 2024',
  address: 'record.example',
};

/** What an SVG is made of, by the names of its elements. */
function elementsIn(svg: string): string[] {
  const document = XmlDocument.fromString(svg);
  const names = document.find('//*').map((node) => ('name' in node ? String(node.name) : ''));
  document.dispose();
  return names;
}

describe('the picture of a page', () => {
  it('is a PNG of the size that is asked for, in a few kilobytes, and the same again for the same words', async () => {
    const png = await pictureAsPng(text, folder);
    const { format, width, height } = await sharp(png).metadata();
    expect([format, width, height]).toEqual(['png', pictureWidth, pictureHeight]);
    expect(png.length).toBeLessThan(100_000);
    expect(await pictureAsPng({ ...text }, folder)).toBe(png);
    expect((await pictureAsPng({ ...text, version: 'Version 4, 16 January 2024' }, folder)).equals(png)).toBe(false);
  });

  // Case E03 of the security catalogue: whatever a record says, its picture is made of the same shapes, and of no text.
  it('holds shapes and no text, whatever the words are', () => {
    const made = new Set(['svg', 'rect', 'path']);
    expect(new Set(elementsIn(drawPicture(text, faces)))).toEqual(made);
    for (const hostile of ['</svg><script>x()</script>', '"/><image href="file:///x"/>', ']]><!--', '&xxe;\u2028']) {
      const svg = drawPicture({ ...text, title: hostile, passage: hostile, kind: hostile }, faces);
      expect(new Set(elementsIn(svg)), hostile).toEqual(made);
      expect(svg).not.toMatch(/script|image|href|xxe/);
    }
    expect(elementsIn(`<svg xmlns="http://www.w3.org/2000/svg"><text>${text.title}</text></svg>`)).toContain('text');
  });

  it('has letters for every language of the site, and draws marks where their letters are', () => {
    for (const words of ['Угорщина відмовляє ґ', 'Őrült írógép', 'Œuvre « déjà » ', 'Straße', 'Ελλάδα', 'Ðặng']) {
      const letters = [...words].filter((letter) => letter.trim() !== '');
      for (const letter of letters) {
        const font = faces.read.fontOf(letter);
        expect(font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0), letter).toBe(true);
      }
      expect(outline(words, faces.read, 40).width).toBeGreaterThan(50);
    }
    expect(outline('Україна', faces.read, 40).width).toBeCloseTo(outline('Україна', faces.read, 20).width * 2, 3);
  });
});

describe('a text in lines', () => {
  const width = 300;
  const lines = (words: string, most = 2) => linesOf(words, faces.read, 30, width, most);

  // Case G04 of the security catalogue: a title of any length, in letters without blanks, takes no longer to draw.
  it('looks at no more of a long text than has room', () => {
    for (const long of ['条約は'.repeat(4000), 'w'.repeat(100_000), 'one '.repeat(50_000), 'e\u0301'.repeat(40_000)]) {
      const began = performance.now();
      const made = lines(long, 3);
      expect(performance.now() - began).toBeLessThan(1000);
      expect(made.at(-1)?.endsWith('…')).toBe(true);
      for (const line of made) expect(outline(line, faces.read, 30).width).toBeLessThanOrEqual(width);
    }
  });

  it('cuts at the last letter that has room', () => {
    const [line = ''] = lines('w'.repeat(90), 1);
    expect(outline(`w${line}`, faces.read, 30).width).toBeGreaterThan(width);
    expect(outline(line, faces.read, 30).width).toBeLessThanOrEqual(width);
  });

  it('keeps within the width, and says when something is left out', () => {
    for (const words of ['Short', 'A title that needs more than one line', 'w'.repeat(90), 'one two '.repeat(40)]) {
      const made = lines(words);
      expect(made.length).toBeLessThanOrEqual(2);
      for (const line of made) expect(outline(line, faces.read, 30).width).toBeLessThanOrEqual(width);
      expect(made.join(' ') === words.trim() || made.at(-1)?.endsWith('…')).toBe(true);
    }
    expect(lines('Short')).toEqual(['Short']);
    expect(lines('')).toEqual([]);
  });
});
