import { linesOf, outline } from './outline';
import { pictureHeight, pictureWidth } from './picture-size';
import type { Typeface } from './typeface';

/** What a picture says, as text; it shows no more than has room. */
export interface PictureText {
  /** What kind of thing it is. */
  kind: string;
  title: string;
  /** The words of a source that it rests on, or null. */
  passage: string | null;
  /** Which version it is, and where it is read. */
  version: string;
  address: string;
}

export interface Faces {
  read: Typeface;
  operate: Typeface;
}

const margin = 76;
const room = pictureWidth - 2 * margin;
// The colours of the site by day. Warm means evidence here as well.
const colour = {
  paper: '#fbfbf9',
  ink: '#13171e',
  soft: '#5d6572',
  accent: '#1d3f91',
  rule: '#dcdfe5',
  passage: '#ffefb3',
};

/** Title sizes, the largest first, with the lines that each has room for. */
const sizes: readonly (readonly [number, number])[] = [
  [68, 3],
  [56, 3],
  [46, 4],
];

/** Draws the picture of a page that is shared. */
export function drawPicture(text: PictureText, faces: Faces): string {
  const shapes: string[] = [];
  const write = (words: string, face: Typeface, size: number, x: number, y: number, fill: string): number => {
    const { path, width } = outline(words, face, size);
    shapes.push(`<path transform="translate(${x} ${y})" fill="${fill}" d="${path}"/>`);
    return width;
  };
  write(text.kind, faces.operate, 27, margin, 104, colour.accent);
  const { size, lines } = titleOf(text.title, faces.read);
  let y = 124;
  for (const line of lines) write(line, faces.read, size, margin, (y += size * 1.16), colour.ink);
  if (text.passage !== null) {
    y += 34;
    const most = Math.min(3, Math.floor((500 - y) / 44));
    const passage = most < 1 ? [] : linesOf(text.passage, faces.read, 29, room - 24, most);
    for (const line of passage) {
      const { width } = outline(line, faces.read, 29);
      shapes.push(`<rect x="${margin}" y="${y + 8}" width="${width + 24}" height="40" fill="${colour.passage}"/>`);
      write(line, faces.read, 29, margin + 12, (y += 44) - 6, colour.ink);
    }
  }
  shapes.push(`<rect x="${margin}" y="532" width="${room}" height="2" fill="${colour.rule}"/>`);
  const name = write('Rapporteur', faces.read, 34, margin, 584, colour.ink);
  shapes.push(`<rect x="${margin + name + 6}" y="555" width="19" height="19" rx="2" fill="${colour.accent}"/>`);
  write('1', faces.operate, 14, margin + name + 11, 570, colour.paper);
  const foot = [text.version, text.address].filter((part) => part !== '').join('  ·  ');
  const [said = ''] = linesOf(foot, faces.operate, 21, room - name - 70, 1);
  write(said, faces.operate, 21, pictureWidth - margin - outline(said, faces.operate, 21).width, 582, colour.soft);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${pictureHeight}">`,
    `<rect width="100%" height="100%" fill="${colour.paper}"/><rect width="14" height="100%" fill="${colour.accent}"/>`,
    ...shapes,
    '</svg>',
  ].join('');
}

/** The title in the largest size in which all of it has room, or cut in the smallest. */
function titleOf(title: string, face: Typeface): { size: number; lines: string[] } {
  for (const [size, most] of sizes) {
    const lines = linesOf(title, face, size, room, most);
    if (!lines.at(-1)?.endsWith('…') || title.endsWith('…')) return { size, lines };
  }
  const [size, most] = sizes.at(-1) ?? [46, 4];
  return { size, lines: linesOf(title, face, size, room, most) };
}
