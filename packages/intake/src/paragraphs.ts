import { MappedText, type Span } from './mapped-text';

/** Text with its paragraphs: what parts them is told when it is known, and written only where text follows. */
export class Paragraphs {
  private lines = 0;
  private tab = false;
  /** At the beginning of a row or a cell, which a paragraph inside does not part from what is before. */
  private held = false;
  private blank: { original: Span | null; page: number | null } | null = null;

  constructor(private readonly mapped: MappedText) {}

  /** Ends a line (1) or a paragraph (2). Never more than one blank line comes of it. */
  part(lines: 1 | 2): void {
    if (this.held) return;
    this.lines = Math.max(this.lines, lines);
    this.blank = null;
  }

  /** A line break of the text itself: a second one on the same spot ends the paragraph. */
  breakLine(): void {
    this.lines = Math.min(this.lines + 1, 2);
    this.blank = null;
  }

  /** Any run of spaces: one, between words. */
  space(original: Span | null, page: number | null = null): void {
    if (this.lines === 0 && !this.tab) this.blank ??= { original, page };
  }

  /** Begins a row of a table: beneath the row before, whatever that ended with, unless it is the first. */
  row(isFirst: boolean): void {
    if (!isFirst && !this.held) this.lines = 1;
    this.held = true;
  }

  /** Begins a cell: behind a tab, unless it is the first of its row. */
  cell(isFirst: boolean): void {
    if (!isFirst) {
      this.lines = 0;
      this.tab = true;
      this.blank = null;
    }
    this.held = true;
  }

  /** Ends a row. */
  endRow(): void {
    this.held = false;
    this.tab = false;
    this.part(1);
  }

  write(text: string, original: Span | null, page: number | null = null): void {
    this.gap();
    this.mapped.take(text, original, page);
  }

  /** Adds what is not in the original, as `MappedText.add` does. */
  add(text: string): void {
    this.gap();
    this.mapped.add(text);
  }

  private gap(): void {
    if (!this.mapped.isEmpty) {
      if (this.lines > 0) this.mapped.add('\n'.repeat(this.lines));
      else if (this.tab) this.mapped.add('\t');
      else if (this.blank) this.mapped.take(' ', this.blank.original, this.blank.page);
    }
    this.lines = 0;
    this.tab = false;
    this.held = false;
    this.blank = null;
  }
}
