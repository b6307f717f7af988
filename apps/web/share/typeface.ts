import path from 'node:path';
import { openSync, type Font } from 'fontkit';

/** The families of the site, each in files by script, which are looked at in this order. */
const families = { read: 'source-serif-4', operate: 'inter' } as const;
const scripts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];

/** A family of type, of which a file is opened once a text needs it. */
export class Typeface {
  private readonly opened = new Map<string, Font>();

  /** `folder` is the one in which the packages of the families are installed. */
  constructor(
    private readonly folder: string,
    private readonly use: keyof typeof families,
  ) {}

  /** The font that has a character; where none has, the first, which draws its sign for what is missing. */
  fontOf(character: string): Font {
    const point = character.codePointAt(0) ?? 0;
    for (const script of scripts) {
      const font = this.open(script);
      if (font.hasGlyphForCodePoint(point)) return font;
    }
    return this.open('latin');
  }

  private open(script: string): Font {
    const known = this.opened.get(script);
    if (known !== undefined) return known;
    const family = families[this.use];
    const file = path.join(
      this.folder,
      '@fontsource-variable',
      family,
      'files',
      `${family}-${script}-wght-normal.woff2`,
    );
    const font = openSync(file);
    if (!('hasGlyphForCodePoint' in font)) throw new Error(`${file} is a collection of fonts, not one.`);
    this.opened.set(script, font);
    return font;
  }
}
