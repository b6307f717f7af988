import { describe, expect, it } from 'vitest';
import { encodeAs } from '../testing/encode';
import { stretchesOf } from '../testing/stretches';
import { readEmail } from './email';

const head = [
  'Return-Path: <ada@post.example>',
  'From: =?utf-8?Q?=C3=81da_Example?= <ada@post.example>',
  'To: desk@example.org',
  'Subject: =?windows-1251?B?7+vg7Q==?= and costs',
  'Date: Tue, 4 Feb 2031 23:30:00 -0500',
  'MIME-Version: 1.0',
];
const letter = (lines: (string | Uint8Array)[]) =>
  Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')]));

describe('a letter', () => {
  it('becomes its text, with what its head says', async () => {
    const document = await readEmail(
      letter([
        ...head,
        'Content-Language: hu',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Első sor.',
        '',
        'Második sor.',
      ]),
    );
    expect(document).toMatchObject({
      format: 'email',
      encoding: 'utf-8',
      text: 'Első sor.\n\nMásodik sor.',
      title: 'план and costs',
      authors: ['Áda Example'],
      published: '2031-02-04',
      language: 'hu',
      warnings: [],
    });
  });

  it.each(['windows-1250', 'windows-1251', 'windows-1252', 'koi8-u', 'iso-8859-2'])(
    'in %s is read rightly',
    async (charset) => {
      const text =
        {
          'windows-1251': 'Речниця відповіла: «ні».',
          'koi8-u': 'Речниця відповіла: ні.',
          'windows-1252': 'Elle a dit : “non” – c’était tout.',
        }[charset] ?? 'A szóvivő tűzszünetet sürgetett.';
      const body = encodeAs(text, charset);
      const type = `Content-Type: text/plain; charset="${charset}"`;
      expect((await readEmail(letter([...head, type, 'Content-Transfer-Encoding: 8bit', '', body]))).text).toBe(text);
      expect(
        (await readEmail(letter([...head, type, 'Content-Transfer-Encoding: base64', '', body.toString('base64')])))
          .text,
      ).toBe(text);
      const quoted = [...body].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
      expect(
        (
          await readEmail(
            letter([
              ...head,
              type,
              'Content-Transfer-Encoding: quoted-printable',
              '',
              quoted.replaceAll(/(.{72})/g, '$1=\r\n'),
            ]),
          )
        ).text,
      ).toBe(text);
    },
  );

  it('with text and HTML gives the text; with HTML alone, what that shows', async () => {
    const html = [
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<style>p { color: red }</style><table><tr><td><p>Shown <b>here</b>.</p><p>And here.</p></td></tr><tr><td>Below.</td></tr></table><script>ran()</script>',
    ];
    const multipart = [...head, 'Content-Type: multipart/alternative; boundary=b', ''];
    expect(
      (await readEmail(letter([...multipart, '--b', 'Content-Type: text/plain', '', 'The text.', ...html, '--b--'])))
        .text,
    ).toBe('The text.');
    expect((await readEmail(letter([...multipart, ...html, '--b--']))).text).toBe('Shown here.\n\nAnd here.\n\nBelow.');
  });

  it('is mapped where its text stands in it as it is, and nowhere else', async () => {
    const bytes = letter([...head, 'Content-Type: text/plain; charset=utf-8', '', 'Első 𝒳 sor.', '', 'Második sor.']);
    const { text, map } = await readEmail(bytes);
    const stretches = stretchesOf(text, map, bytes.toString());
    expect(stretches.map(({ ours }) => ours)).toEqual(['Első 𝒳 sor.', 'Második sor.']);
    for (const { ours, theirs } of stretches) expect(theirs).toBe(ours);
    const packed = letter([
      ...head,
      'Content-Type: text/plain',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('Packed text.').toString('base64'),
    ]);
    expect(await readEmail(packed)).toMatchObject({ text: 'Packed text.', map: [], encoding: null });
  });

  it('names what is attached, and does not read it', async () => {
    const attached = [
      '--b',
      'Content-Type: application/pdf; name="plan.pdf"',
      'Content-Disposition: attachment; filename="plan.pdf"',
      '',
      'secret words',
      '--b--',
    ];
    const { text, warnings } = await readEmail(
      letter([
        ...head,
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'See the plan.',
        ...attached,
      ]),
    );
    expect(text).toBe('See the plan.');
    expect(warnings).toEqual(['Attachments are not read: plan.pdf. Send those that matter by themselves.']);
  });

  it('made to break a reader is refused in words', async () => {
    const deep = Array.from({ length: 300 }, (_, level) => [
      `Content-Type: multipart/mixed; boundary=b${level}`,
      '',
      `--b${level}`,
    ]).flat();
    await expect(readEmail(letter([...head, ...deep, 'text']))).rejects.toThrow('cannot be read. Paste its text');
    await expect(readEmail(letter([...head, `X-Long: ${'x'.repeat(2_000_000)}`, '', 'text']))).rejects.toThrow(
      'cannot be read',
    );
  });
});
