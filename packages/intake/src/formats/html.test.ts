import http from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document';
import { received } from '../testing/received';
import { stretchesOf } from '../testing/stretches';
import { readHtml } from './html';

const read = (html: string, address: string | null = null) =>
  readHtml({ text: html, encoding: 'utf-8', warnings: [] }, address);

/** Long enough to be taken for an article. */
const filler =
  'The talks went on through the night, said people who were there, and nobody left the hall before the morning came, which few had expected.';
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Talks go on | Example Post</title>${head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav><main><article>${body}</article></main><footer>All rights kept</footer></body></html>`;

/** What a stretch of source shows, by a parser that is not ours alone: the text of it as HTML. */
const shown = (source: string) => JSDOM.fragment(source.replaceAll('<', '&lt;')).textContent;
const blank = (text: string) => text.replaceAll(/[ \t\n\f\r\u00a0]+/g, ' ').normalize('NFC');

describe('an HTML page', () => {
  it('becomes its article, headline first, without what stands around it', () => {
    const { text, format } = read(
      page(
        `<h1>Talks go on</h1><p>${filler}</p><p>Second <em>one</em>,<br>of two lines. ${filler}</p><ul><li>A first</li><li>A second</li></ul>`,
      ),
    );
    expect(format).toBe('html');
    expect(text.split('\n\n')).toEqual([
      'Talks go on',
      filler,
      `Second one,\nof two lines. ${filler}`,
      'A first',
      'A second',
    ]);
  });

  it('keeps what was said in quotation marks, and tables in rows', () => {
    const { text } = read(
      page(
        `<p>${filler}</p><p>She said <q>we will not pay</q>.</p><blockquote>Not now.</blockquote><p>${filler}</p><table><tr><th>State<th>Vote<tr><td><p>First</p><td><p>Yes</p></table>`,
      ),
    );
    expect(text).toContain('She said “we will not pay”.\n\nNot now.\n\n');
    expect(text).toContain('State\tVote\nFirst\tYes');
  });

  it('that is no article is taken whole, and an editor is told', () => {
    const { text, warnings } = read(
      '<!doctype html><title>x</title><body><p>Short.</p><p style="display:none">Hidden.</p><script>var a = "code";</script></body>',
    );
    expect(text).toBe('Short.');
    expect(warnings.concat(text ? [] : ['none'])).toEqual(expect.any(Array));
    expect(read('<!doctype html><body><div id=app></div><script>show()</script>').warnings.join()).toContain(
      'open it in a browser and paste its text',
    );
  });

  it('says what it says of itself, linked data first', () => {
    const data = {
      '@graph': [
        { '@type': 'Organization', '@id': '#p', name: 'Example Post' },
        {
          '@type': ['NewsArticle'],
          headline: 'Talks go on &amp; on',
          datePublished: '2031-02-03T23:30:00-05:00',
          author: [{ '@type': 'Person', name: 'Ada  Example' }, { name: 'Bo Other' }],
          publisher: { '@id': '#p' },
          inLanguage: 'en_gb',
        },
      ],
    };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script><meta property="og:site_name" content="Other Name"><link rel="canonical" href="/a/talks">`;
    expect(read(page(`<p>${filler}</p>`, head), 'https://post.example/x?utm=1')).toMatchObject({
      title: 'Talks go on & on',
      authors: ['Ada Example', 'Bo Other'],
      publisher: 'Example Post',
      published: '2031-02-03',
      language: 'en-GB',
      canonicalAddress: 'https://post.example/a/talks',
    });
  });

  it('says it in meta tags, or in its own elements', () => {
    const head =
      '<meta property="og:title" content="A title"><meta name="author" content="By Ada Example"><meta property="article:author" content="https://post.example/ada"><meta property="article:published_time" content="2031-02-03"><meta property="og:url" content="javascript:alert(1)">';
    expect(read(page(`<p>${filler}</p>`, head))).toMatchObject({
      title: 'A title',
      authors: ['Ada Example'],
      published: '2031-02-03',
      language: 'en',
      canonicalAddress: null,
    });
    expect(read(page(`<time datetime="2031-02-04T10:00">4 Feb</time><p>${filler}</p>`))).toMatchObject({
      published: '2031-02-04',
      title: 'Talks go on | Example Post',
    });
    expect(
      read(
        page(
          `<p>${filler}</p>`,
          '<script type="application/ld+json">{"broken": </script><meta name="date" content="yesterday">',
        ),
      ),
    ).toMatchObject({ published: null });
  });

  it('maps every stretch to its source, references and spaces included', () => {
    const html = page(
      `<h1>Talks &amp; more</h1>\r\n<p>Caf&eacute; 𝒳 “quoted&rdquo;,  two\r\n  spaces&nbsp;and <b>bold</b>e\u0301 &notit; &#x1F600; ${filler}</p><div>Loose ${filler}<br><br>then more ${filler}</div><p>${filler}</p>`,
    );
    const { text, map } = read(html);
    expect(text).toContain('Café 𝒳 “quoted”, two spaces and bold');
    const stretches = stretchesOf(text, map, html);
    for (const { ours, theirs, exact } of stretches) {
      expect(blank(shown(theirs))).toBe(blank(ours));
      if (exact && !/\s/.test(ours)) expect(theirs).toBe(ours);
    }
    const covered = stretches.reduce((sum, { ours }) => sum + Array.from(ours).length, 0);
    expect(covered).toBeGreaterThan(Array.from(text).length * 0.97);
  });

  it('maps rightly whatever the page is made of', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<b>',
      '</b>',
      '<br>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<li>',
      '<q>',
      '&amp;',
      '&',
      '&#0;',
      '&nbsp;',
      '&lt;',
      '<!-- c -->',
      '<pre>',
      '</pre>',
      ' ',
      '\r\n',
      '\0',
      '𝒳',
      'e\u0301',
      'word ',
      'Another sentence of some length, with a comma. ',
      filler,
      '<script>no()</script>',
      '<svg><text>',
      '</svg>',
      '<select><option>',
      '<template>',
      '<![CDATA[',
      '<a href=x>',
      '</a>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const html = `<!doctype html><body>${pieces.join('')}`;
        const { text, map } = read(html);
        for (const { ours, theirs } of stretchesOf(text, map, html)) {
          expect(blank(shown(theirs.replaceAll('\0', '')))).toBe(blank(ours));
        }
        // What is no comment in HTML ends at the next ">": the script's own tag, and what follows is no script any more.
        if (!pieces.includes('<![CDATA[')) expect(text).not.toContain('no()');
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('is noticed where it is mapped by looking for the words', () => {
    // The second of two equal sentences is found at the first.
    const html = page(`<p>${filler}</p><p>Short one.</p><p>${filler}</p><p>Short one.</p>`);
    const { text, map } = read(html);
    const places = stretchesOf(text, map, html).filter(({ ours }) => ours === 'Short one.');
    expect(places).toHaveLength(2);
    const right = map
      .filter(({ start, end }) => Array.from(text).slice(start, end).join('') === 'Short one.')
      .map(({ original }) => original?.start);
    expect(right).toEqual([html.indexOf('Short one.'), html.lastIndexOf('Short one.')]);
  });
});

/** Content that would run or load something if anything did (F04). */
const active = (origin: string) => [
  `<script src="${origin}/script"></script><script>fetch("${origin}/fetch"); document.title = "ran"; document.body.innerHTML = "ran"</script>`,
  `<img src="${origin}/image" onerror="document.title='ran'"><link rel="stylesheet" href="${origin}/style"><iframe src="${origin}/frame"></iframe>`,
  `<object data="${origin}/object"></object><embed src="${origin}/embed"><video src="${origin}/video" autoplay></video><svg onload="document.title='ran'"><image href="${origin}/svg"/></svg>`,
  `<style>@import "${origin}/import"; body { background: url(${origin}/background) }</style><body onload="document.title='ran'">`,
  `<meta http-equiv="refresh" content="0;url=${origin}/refresh"><base href="${origin}/base/"><a href="javascript:ran()">link</a>`,
];

describe('active content of a page (F04)', () => {
  it('neither runs nor loads anything, and leaves no code in the text', async () => {
    const asked: string[] = [];
    const server = http.createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
    );
    try {
      const pieces = active(`http://127.0.0.1:${port}`);
      const html = page(`<p>${filler}</p>${pieces.join(`<p>${filler}</p>`)}`, pieces.join(''));
      const document = await readDocument(received(html, { address: `http://127.0.0.1:${port}/` }));
      expect(document.text).toContain(filler);
      expect(`${document.title} ${document.text}`).not.toMatch(/\bran\b|fetch\(|@import|url\(/);
      expect(asked).toEqual([]);
      // With scripts and resources on, the very same page asks for them.
      const dom = new JSDOM(html, {
        runScripts: 'dangerously',
        resources: 'usable',
        virtualConsole: new VirtualConsole(),
        url: `http://127.0.0.1:${port}/`,
      });
      await expect.poll(() => asked.length, { timeout: 10_000 }).toBeGreaterThan(2);
      dom.window.close();
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});

describe('a large page', () => {
  const mebibyte = 1024 * 1024;

  it('of 50 MB is read or refused in words, within bounds', async () => {
    const paragraph = `<p>${filler} <b>And more.</b></p>\n`;
    for (const html of [
      page(paragraph.repeat(Math.ceil((50 * mebibyte) / paragraph.length))),
      // As browsers save a page with its pictures and scripts inside.
      page(`<p>${filler}</p><script>${'a = 1; '.repeat(7 * mebibyte)}</script><p>${filler}</p>`),
    ]) {
      const begun = performance.now();
      const outcome = await readDocument(received(html)).then(
        ({ text }) => text.slice(0, 200),
        (error: Error) => error.message,
      );
      expect(outcome).toMatch(
        /talks went on|has more than 60000 elements|needs more than 512 MB of memory|could not be read in 30 seconds/,
      );
      expect(performance.now() - begun).toBeLessThan(35_000);
    }
  }, 90_000);

  it('that nests without end, or is made of too much, is refused before anything looks for an article in it', async () => {
    const refused = (html: string) =>
      readDocument(received(html)).then(
        () => 'read',
        (error: Error) => error.message,
      );
    expect(await refused(page(`${'<div>'.repeat(200_000)}${filler}`))).toContain('nests more than 256 elements');
    expect(await refused(page('<b>a</b>'.repeat(70_000)))).toContain('has more than 60000 elements');
  });

  it('that nests as deep as it may is read', async () => {
    expect((await readDocument(received(page(`${'<div>'.repeat(240)}${filler}`)))).text).toBe(filler);
  });
});
