import { describe, expect, it } from 'vitest';
import { scriptOfTag, scriptOfText } from './script';

describe('the script of a name', () => {
  it.each([
    ['Péter Szijjártó', 'Latn'],
    ['Петер Сіярто', 'Cyrl'],
    ['القدس', 'Arab'],
    ['ירושלים', 'Hebr'],
    ['北京', 'Hans'],
    ['東京タワーです', 'Jpan'],
    ['NATO 北', 'Latn'],
  ])('%s is in %s', (text, code) => expect(scriptOfText(text)?.code).toBe(code));

  it('is none where no letter says it', () => expect(scriptOfText('2024 – ?')).toBeNull());

  it.each([
    ['uk', 'Cyrl', 'ltr'],
    ['sr-Latn', 'Latn', 'ltr'],
    ['ar', 'Arab', 'rtl'],
    ['he', 'Hebr', 'rtl'],
    ['hu', 'Latn', 'ltr'],
    ['zh', 'Hans', 'ltr'],
  ])('a name in %s is expected in %s, %s', (tag, code, direction) =>
    expect(scriptOfTag(tag)).toMatchObject({ code, direction }),
  );

  it('is not known of what is no tag', () => expect(scriptOfTag('not a tag')).toBeNull());
});
