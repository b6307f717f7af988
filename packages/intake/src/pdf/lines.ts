/** A line of a page: text, and where it stands, in points from the lower left corner. */
export interface Line {
  text: string;
  x: number;
  y: number;
  right: number;
  height: number;
}

/** What a page gives: a run of text in one place, or a mark without text. */
interface Item {
  type?: string;
  str?: string;
  transform?: number[];
  width?: number;
  height?: number;
  hasEOL?: boolean;
}

/** Puts the runs of a page together to lines, in the order in which the page is written. Lines without text are dropped. */
export function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  let open: Line | null = null;
  for (const { str = '', transform = [], width = 0, height = 0, hasEOL = false } of items) {
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0];
    if (str.trim() !== '' || open) {
      open ??= { text: '', x, y, right: x, height: 0 };
      open.text += str;
      if (str.trim() !== '') {
        open.right = Math.max(open.right, x + width);
        open.height = Math.max(open.height, height);
      }
    }
    if (hasEOL && open) {
      lines.push(open);
      open = null;
    }
  }
  if (open) lines.push(open);
  return lines.flatMap((line) => {
    const text = line.text.replaceAll(/[\s\0]+/g, ' ').trim();
    return text === '' ? [] : [{ ...line, text }];
  });
}
