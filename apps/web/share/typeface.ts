import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openSync, type Font } from 'fontkit';

/** The families of the site. */
const families = { read: 'source-serif-4', operate: 'inter' } as const;

/** The first and the last code point of a stretch of characters. */
type Stretch = readonly [number, number];

/**
 * A family of type, which comes in files by script. A file takes a tenth of a second to open: it is opened once, when a text
 * has a character that it was made for.
 */
export class Typeface {
  private readonly opened = new Map<string, Font>();
  private readonly scripts: readonly (readonly [name: string, stretches: readonly Stretch[]])[];
  private readonly family: string;

  /** `folder` is the one in which the packages of the families are installed. */
  constructor(
    private readonly folder: string,
    use: keyof typeof families,
  ) {
    this.family = families[use];
    const written: unknown = JSON.parse(readFileSync(path.join(this.home, 'unicode.json'), 'utf8'));
    // The package says it of itself, as style sheets say it: "U+0400-045F,U+2116".
    this.scripts = Object.entries(written as Record<string, string>)
      .map(([name, stretches]) => [name, stretches.split(',').map(readStretch)] as const)
      // What several have is taken from the one that most texts are in.
      .toReversed();
  }

  /** The font that has a character; where none has, the one of Latin letters, which draws its sign for what is missing. */
  fontOf(character: string): Font {
    const point = character.codePointAt(0) ?? 0;
    const [script] =
      this.scripts.find(([, stretches]) => stretches.some(([first, last]) => point >= first && point <= last)) ?? [];
    return this.open(script ?? 'latin');
  }

  private get home(): string {
    return path.join(this.folder, '@fontsource-variable', this.family);
  }

  private open(script: string): Font {
    const known = this.opened.get(script);
    if (known !== undefined) return known;
    const file = path.join(this.home, 'files', `${this.family}-${script}-wght-normal.woff2`);
    const font = openSync(file);
    if (!('hasGlyphForCodePoint' in font)) throw new Error(`${file} is a collection of fonts, not one.`);
    this.opened.set(script, font);
    return font;
  }
}

function readStretch(text: string): Stretch {
  const [first = '', last = first] = text.replace(/^U\+/, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
