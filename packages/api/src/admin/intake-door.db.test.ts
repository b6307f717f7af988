import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn, type TestCaller } from '../testing/callers';
import { testDesk } from '../testing/desk';
import type { Desk } from './desk';
import { readFlash } from './flash';
import { answerIntake } from './intake-door';

// Cases C07, F04 and G03 of the security catalogue, for the form that brings documents to the desk.
const origin = 'https://desk.example.org';
let database: TestDatabase;
let desk: Desk;
let editor: TestCaller;
let reader: TestCaller;

beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk(database, { origin });
  editor = await signedIn(desk, 'editor');
  reader = await signedIn(desk, 'reader');
});
afterAll(async () => {
  await desk.limiter.close();
  await database.close();
});

function form(fields: Record<string, string | File | File[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  return data;
}
const send = (who: TestCaller | null, body: BodyInit, headers: Record<string, string> = {}) =>
  answerIntake(
    desk,
    new Request(`${origin}/intake/take-in`, {
      method: 'POST',
      headers: { origin, ...(who === null ? {} : { cookie: who.headers['cookie'] ?? '' }), ...headers },
      body,
    }),
  );
const placeOf = async (answer: Promise<Response>) => {
  const { status, headers } = await answer;
  return `${status} ${headers.get('location') ?? ''}`.trim();
};
const count = () => database.owner.intakeItem.count();

describe('the form that brings documents', () => {
  it('takes in what was pasted, chosen and named, once for each time that it was shown', async () => {
    const before = await count();
    const files = ['one', 'two'].map(
      (name) => new File([`A text called ${name}.`], `${name}.txt`, { type: 'text/plain' }),
    );
    const filled = () => form({ key: 'a-key-of-the-page', text: 'A text.', address: 'https://example.org/', files });
    expect(await placeOf(send(editor, filled()))).toBe('303 /intake?taken=4');
    expect(await placeOf(send(editor, filled()))).toBe('303 /intake?taken=4');
    expect(await count()).toBe(before + 4);
  });

  it('is for people who are signed in and may, and for pages of the desk alone', async () => {
    const before = await count();
    expect(await placeOf(send(null, form({ text: 'A text.' })))).toBe('303 /sign-in?next=%2Fintake');
    expect(await placeOf(send(reader, form({ text: 'A text.' })))).toBe('303 /intake?problem=1');
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])
      expect((await send(editor, form({ text: 'A text.' }), headers)).status).toBe(403);
    expect(await count()).toBe(before);
  });

  it('refuses what is no form, what is empty, and what is too much, in words', { timeout: 60_000 }, async () => {
    const before = await count();
    const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
    const refused = [
      () => send(editor, 'text=A+text.', { 'content-type': 'application/x-www-form-urlencoded' }),
      () => send(editor, '{"text":"A text."}', { 'content-type': 'application/json' }),
      () => send(editor, '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nunended', multipart),
      () => send(editor, '', multipart),
      () => send(editor, form({})),
      () => send(editor, form({ text: '  ', address: '', files: new File([], '') })),
      () => send(editor, form({ files: new File([], 'empty.pdf') })),
      () => send(editor, form({ address: 'file:///etc/passwd' })),
      () => send(editor, form({ text: 'a\0b' })),
      () => send(editor, form({ files: Array.from({ length: 21 }, (_, n) => new File(['a'], `${n}.txt`)) })),
      () => send(editor, form({ files: new File([new Uint8Array(33 * 1024 * 1024)], 'large.pdf') })),
      () => send(editor, form({ files: new File([new Uint8Array(65 * 1024 * 1024)], 'larger.pdf') })),
    ];
    // One after the other: two of them are large.
    for (const answer of refused) {
      const { status, headers } = await answer();
      expect(`${status} ${headers.get('location')}`).toBe('303 /intake?problem=1');
      expect(headers.getSetCookie().join()).toContain('-form=');
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
    expect(await count()).toBe(before);
  });

  it('reads no further than one document of what does not say how long it is', async () => {
    const mebibyte = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream({
      pull: (stream) => {
        sent += 1;
        if (sent > 50) return stream.close();
        stream.enqueue(mebibyte);
      },
    });
    const answer = await answerIntake(
      desk,
      new Request(`${origin}/intake/take-in`, {
        method: 'POST',
        headers: {
          origin,
          cookie: editor.headers['cookie'] ?? '',
          'content-type': 'multipart/form-data; boundary=x',
        },
        body,
        duplex: 'half',
      } as RequestInit),
    );
    expect(answer.headers.get('location')).toBe('/intake?problem=1');
    const cookie = answer.headers.getSetCookie().find((one) => one.includes('-form=')) ?? '';
    expect(readFlash(origin, new Headers({ cookie: cookie.replace(/;.*/, '') }))?.message).toContain('more than 32 MB');
    // Some more is on its way when the reading ends.
    expect(sent).toBeLessThan(36);
  });

  it('gives a pasted text back whole where it is refused, however long, and as text', async () => {
    const before = await count();
    const key = 'a-key-of-another-page';
    const rest = `${'word '.repeat(100_000)}the end`;
    const text = `\n</textarea><script>alert(1)</script> & so on ${rest}`;
    const answer = await send(editor, form({ key, text, published: 'the "3rd" of May' }));
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const page = await answer.text();
    // The first line break is the markup's, the second the text's, as forms send it.
    expect(page).toMatch(/<textarea [^>]*name="text"[^>]*>\n\r\n&lt;/);
    expect(page).toContain(`\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on ${rest}</textarea>`);
    expect(page).toContain('name="published" value="the &quot;3rd&quot; of May"');
    expect(page).toContain(`name="key" value="${key}"`);
    expect(page).toContain('not the day on which a text came out');
    expect(await count()).toBe(before);
  });

  it('keeps what claims to be something else as bytes under a plain name, to be read and never served', async () => {
    const odd = new File(['<svg onload=alert(1)>'], '../../<script>alert(1)</script>\u202Egnp.svg', {
      type: 'image/svg+xml; x="\u00e9"',
    });
    expect(await placeOf(send(editor, form({ files: odd })))).toBe('303 /intake?taken=1');
    const item = await database.owner.intakeItem.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    expect(item.fileName).not.toMatch(/[/\\\u202e]/);
    expect(item.state).toBe('waiting');
  });
});
