import { XmlDocument } from 'libxml2-wasm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cardAddress, cardOfAddress } from './cards';
import { frameOf, readPixels, roomOf, writeOembed } from './oembed';

const origin = 'https://record.example';
beforeEach(() => void vi.stubEnv('WEB_ORIGIN', origin));
afterEach(() => void vi.unstubAllEnvs());

describe('the card of an address', () => {
  it.each([
    ['/programmes/cooperation', '/embed/programmes/cooperation'],
    ['/uk/statements/said', '/uk/embed/statements/said'],
    ['/issues/bees/board?on=2024-01-01', '/embed/issues/bees'],
    ['/issues/bees', '/embed/issues/bees'],
    ['/actors/utopia/board#x', '/embed/actors/utopia'],
    ['/at/20240115103200/hu/programmes/cooperation', '/at/20240115103200/hu/embed/programmes/cooperation'],
  ])('%s is at %s', (page, card) => {
    const asked = cardOfAddress(origin + page);
    expect(asked && cardAddress(asked)).toBe(origin + card);
  });

  it.each([
    'https://evil.example/programmes/cooperation',
    'http://record.example/programmes/cooperation',
    'https://record.example:8443/programmes/cooperation',
    'https://record.example.evil.example/programmes/x',
    'https://record.example@evil.example/programmes/x',
    'https://user:word@record.example/programmes/x',
    '//record.example/programmes/x',
    '/programmes/x',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://record.example/programmes',
    'https://record.example/programmes/x/history',
    'https://record.example/programmes/x/board',
    'https://record.example/sources/x',
    'https://record.example/preview/abc',
    'https://record.example/programmes/A%00b',
    '',
  ])('there is none of %j', (address) => {
    expect(cardOfAddress(address)).toBeNull();
  });
});

describe('the room of a card', () => {
  const endless = { width: readPixels(null) ?? 0, height: readPixels(null) ?? 0 };

  it('is never more than was asked for, and never too small to read', () => {
    expect(roomOf('statement', endless)).toEqual({ width: 560, height: 420 });
    expect(roomOf('statement', { width: 320, height: 300 })).toEqual({ width: 320, height: 300 });
    expect(roomOf('programme', { width: 9999, height: 9999 })).toEqual({ width: 560, height: 560 });
    expect(roomOf('programme', { width: 199, height: 900 })).toBeNull();
  });

  it.each(['0', '-1', '1e3', '1.5', 'NaN', ' 5', '99999999999', '٣', ''])('is not read from %j', (text) => {
    expect(readPixels(text)).toBeNull();
  });
});

describe('what oEmbed tells', () => {
  const title = '“A” & <b>"c"</b> ]]>';
  const room = { width: 560, height: 420 };
  const answer = {
    title,
    html: frameOf(`${origin}/embed/statements/said`, title, room),
    ...room,
    provider: { name: 'Rapporteur', url: origin },
    thumbnail: null,
  };

  it('is the same as JSON and as XML, whatever a title holds', () => {
    const json = JSON.parse(writeOembed.json(answer)) as Record<string, unknown>;
    const document = XmlDocument.fromString(writeOembed.xml(answer));
    const read = Object.fromEntries(
      document.find('/oembed/*').map((node) => ['name' in node ? node.name : '', node.content]),
    );
    document.dispose();
    expect(read).toEqual(Object.fromEntries(Object.entries(json).map(([name, value]) => [name, String(value)])));
    expect(json).toMatchObject({ version: '1.0', type: 'rich', title, width: 560, provider_url: origin });
  });

  it('frames the card in a sandbox without scripts, cookies or forms, under a title that stays one', () => {
    expect(answer.html).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(answer.html.match(/<[a-z]/g)).toEqual(['<i']);
    expect(answer.html).toContain('title="“A” &amp; &lt;b&gt;&quot;c&quot;&lt;/b&gt; ]]&gt;"');
  });
});
