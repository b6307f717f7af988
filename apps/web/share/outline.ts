import type { Font } from 'fontkit';
import type { Typeface } from './typeface';

/** A line of text as shapes: the data of an SVG path whose baseline begins at 0,0, and how far it reaches. */
export interface Outline {
  path: string;
  width: number;
}

/** Draws a line in a size of pixels. What is drawn holds no text: nothing that a record says can become markup. */
export function outline(text: string, face: Typeface, size: number): Outline {
  let width = 0;
  const parts: string[] = [];
  for (const { font, words } of runsOf(text, face)) {
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(words);
    glyphs.forEach((glyph, index) => {
      const place = positions[index];
      if (place === undefined) return;
      const shape = glyph.path.scale(scale, -scale).translate(width + place.xOffset * scale, -place.yOffset * scale);
      parts.push(shape.toSVG());
      width += place.xAdvance * scale;
    });
  }
  return { path: parts.join(''), width };
}

/** How far a line reaches in a size of pixels. */
const widthOf = (text: string, face: Typeface, size: number): number =>
  runsOf(text, face).reduce(
    (sum, { font, words }) => sum + (font.layout(words).advanceWidth * size) / font.unitsPerEm,
    0,
  );

/** Stretches of one font each. A mark that is put on the letter before it stays with that letter. */
function runsOf(text: string, face: Typeface): { font: Font; words: string }[] {
  const runs: { font: Font; words: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const joins = last !== undefined && (/\p{M}/u.test(character) || face.fontOf(character) === last.font);
    if (joins) last.words += character;
    else runs.push({ font: face.fontOf(character), words: character });
  }
  return runs;
}

/** More letters than a line has room for, however narrow they are: of a longer text no more is looked at. */
const longestLine = 150;

/**
 * A text in lines no wider than `width`, and no more than `most` of them: what has no room is left out, and the last line
 * says so. A word that is wider than a line is cut.
 */
export function linesOf(text: string, face: Typeface, size: number, width: number, most: number): string[] {
  const fits = (line: string) => widthOf(line, face, size) <= width;
  const letters = Array.from(
    text
      .slice(0, 4 * most * longestLine)
      .normalize('NFC')
      .trim(),
  );
  const words = letters
    .slice(0, most * longestLine)
    .join('')
    .split(/\s+/);
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    if (lines.length >= most) break;
    line = fits(word) ? word : cut(word, fits);
  }
  if (lines.length < most && line !== '') lines.push(line);
  const whole = letters.length <= most * longestLine && lines.join(' ') === words.join(' ');
  return whole ? lines : [...lines.slice(0, -1), cut(`${lines.at(-1) ?? ''} `, fits)];
}

/** As much of a text as fits with the sign that there was more: found by halves, because each try lays a line out. */
function cut(text: string, fits: (line: string) => boolean): string {
  const letters = Array.from(text);
  const shortened = (length: number) => `${letters.slice(0, length).join('').trimEnd()}…`;
  let [least, most] = [0, letters.length];
  while (least < most) {
    const half = Math.ceil((least + most) / 2);
    if (fits(shortened(half))) least = half;
    else most = half - 1;
  }
  return shortened(least);
}
