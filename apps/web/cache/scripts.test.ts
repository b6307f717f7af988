import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnfinished, stripScripts } from './scripts';

describe('stripScripts', () => {
  it('removes scripts and their preloads, keeps JSON-LD and styles', () => {
    const data = '<script type="application/ld+json">{"a":"\\u003c/script>"}</script>';
    const html =
      `<head><link rel="preload" as="script" href="/_next/static/a.js"/><link rel="modulepreload" href="/b.js"><link rel="stylesheet" href="/a.css"/>` +
      `<link rel="preload" as="font" href="/f.woff2"/><script src="/_next/static/a.js" async=""></script>${data}</head>` +
      `<body>text<script>self.__next_f.push([1,"<p>"])</script><SCRIPT>x</SCRIPT ></body>`;
    expect(stripScripts(html)).toBe(
      `<head><link rel="stylesheet" href="/a.css"/><link rel="preload" as="font" href="/f.woff2"/>${data}</head><body>text</body>`,
    );
  });

  it('keeps the site’s own files, and nothing inside them', () => {
    const kept = '<script type="module" src="/assets/evidence.js"></script>';
    expect(stripScripts(`a${kept}b`)).toBe(`a${kept}b`);
    for (const src of ['/_next/a.js', '//elsewhere/assets/a.js', '/assets/../a.js', 'assets/a.js', '/assets/a.js?x'])
      expect(stripScripts(`a<script type="module" src="${src}"></script>b`)).toBe('ab');
    expect(stripScripts('a<script src="/assets/a.js"></script>b')).toBe('ab');
  });

  it('does not take a data block for granted that only claims to be one', () => {
    expect(
      stripScripts(
        '<script data-type="application/ld+json">x</script><script title=\'type="application/ld+json"\'>y</script>',
      ),
    ).toBe('');
    expect(stripScripts('<script type="text/javascript" type="application/ld+json">x</script>')).toBe('');
    expect(stripScripts('a<script>never closed <p>')).toBe('a');
  });

  it('leaves no script start tag in any mixture', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<script>',
        '</script>',
        '<script src="/a">',
        '<p>',
        '<!--',
        '-->',
        '<a href="/x">',
        '<style>',
        '</style>',
        ' type="application/ld+json"',
        '>',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const scripts = stripScripts(pieces.join('')).replace(
          /<!--[\s\S]*?(?:-->|$)|<style[^>]*>[\s\S]*?(?:<\/style[^>]*>|$)/g,
          '',
        );
        expect(scripts).not.toMatch(/<script>|<script src="\/a">/);
      }),
    );
  });
});

describe('isUnfinished', () => {
  it.each(['<!--$?--><template id="B:0"></template>', '<!--$!--><template data-dgst="1"></template>'])(
    'sees %s',
    (html) => {
      expect(isUnfinished(`<main>${html}</main>`)).toBe(true);
    },
  );

  it('lets a finished boundary pass', () => {
    expect(isUnfinished('<main><!--$--><p>done</p><!--/$--></main>')).toBe(false);
  });
});
