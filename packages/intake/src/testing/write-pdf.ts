/** A line of a page: its text, and where it stands, in points from the lower left corner. */
export interface PrintedLine {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

const escaped = (text: string) => text.replaceAll(/[\\()]/g, (sign) => `\\${sign}`);

/** The content of a page that shows lines, in a font of one byte a sign. */
export const printed = (lines: PrintedLine[]): string =>
  lines.map(({ text, x = 72, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`).join('\n');

/** Lines one beneath the other, from the top, with a blank line for each empty one. */
export const column = (lines: string[], top = 740): PrintedLine[] =>
  lines.flatMap((text, index) => (text === '' ? [] : [{ text, y: top - index * 14 }]));

/** A PDF (ISO 32000) of such pages; `info` is the inside of its information dictionary. */
export function writePdf(pages: PrintedLine[][], info = ''): Buffer {
  const first = 5;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  return writeObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
    ...pages.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
      stream(printed(lines)),
    ]),
  ]);
}

export const stream = (content: string | Buffer, entries = ''): string => {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content, 'latin1');
  return `<< /Length ${bytes.byteLength} ${entries} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
};

/** A PDF of objects numbered from 1, of which the first is the catalogue and the fourth the information. */
export function writeObjects(objects: string[], trailer = ''): Buffer {
  const parts = ['%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  objects.forEach((object, index) => {
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    offsets.push(length);
    parts.push(part);
    length += part.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}
