import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Extraction, Span } from '@rapporteur/extraction/extraction';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../start/settings';

const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-extract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

// What is compiled first says so on standard error.
beforeAll(async () => {
  await rapporteur(['extract', '--help']);
});

/** Runs the command as whoever types it does. No database can be reached from it. */
function rapporteur(parameters: string[], input: string | Uint8Array = '') {
  const program = spawn(process.execPath, [path.join(root, 'packages/cli/bin/rapporteur.mjs'), ...parameters], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' },
  });
  const [out, told] = [[] as Buffer[], [] as Buffer[]];
  program.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  program.stderr.on('data', (chunk: Buffer) => told.push(chunk));
  program.stdin.on('error', () => undefined).end(input);
  return new Promise<{ code: number | null; out: string; told: string }>((resolve) =>
    program.once('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), told: Buffer.concat(told).toString() }),
    ),
  );
}

const article =
  'Ostland will not join the pact, Foreign Minister Ada Köves said on Tuesday. “We close no door,” she told Radio 𝒳.\n';

describe('rapporteur extract', () => {
  it('prints JSON whose spans count the code points of the file, with its byte order mark and carriage returns', async () => {
    const text = `\ufeff𝒳 𝒳 weather\r\n\r\n${article}`;
    const { code, out, told } = await rapporteur([
      'extract',
      write('article.txt', text),
      '--lang',
      'en',
      '--date',
      '2031-04-03',
      '--json',
    ]);
    expect({ code, told }).toEqual({ code: 0, told: '' });
    const found = JSON.parse(out) as Extraction;
    const points = Array.from(text);
    const at = ([start, end]: Span) => points.slice(start, end).join('');
    expect(found.language).toBe('en');
    expect(
      found.statements.map(({ speaker, cue, kind, contentSpans }) => [speaker, cue, kind, contentSpans.map(at)]),
    ).toEqual([
      ['Ada Köves', 'said', 'indirect', ['Ostland will not join the pact']],
      ['Ada Köves', 'told', 'direct', ['We close no door']],
    ]);
    expect(found.dates.map(({ text: said, span, edtf }) => [said, at(span), edtf])).toEqual([
      ['Tuesday', 'Tuesday', '2031-04-01'],
    ]);
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['language', 'statements', 'actors', 'dates', 'events', 'provisions']),
    );
  });

  it('reads standard input, and without --json tells people what was found', async () => {
    const { code, out } = await rapporteur(['extract', '-'], article);
    expect(code).toBe(0);
    expect(out).toMatch(/^Language: English[.]/);
    expect(out).toContain('Ada Köves | told | We close no door (asserts, direct;');
  });

  it('says so where nothing was found', async () => {
    const { code, out } = await rapporteur(['extract', '-', '--lang', 'en'], '');
    expect({ code, out }).toEqual({ code: 0, out: 'Language: English. Nothing was found that could be suggested.\n' });
  });

  it.each([
    ['NUL bytes', ['extract', write('nul.txt', 'The talks\0 go on.')], 'NUL bytes'],
    [
      'bytes that are not UTF-8',
      ['extract', write('latin.txt', Buffer.from('Köves', 'latin1'))],
      'not a text in UTF-8',
    ],
    ['half a character', ['extract', write('cut.txt', Buffer.from('Köves').subarray(0, 2))], 'not a text in UTF-8'],
    ['a PDF', ['extract', write('talks.pdf', '%PDF-1.7\n1 0 obj\n<< >>\nendobj\n')], 'is a PDF'],
    ['a missing file', ['extract', path.join(folder, 'missing.txt')], 'no such file'],
    ['a folder', ['extract', folder], 'illegal operation on a directory'],
    ['a day that does not exist', ['extract', '-', '--date', '2023-02-30'], '--date'],
    ['a day in words', ['extract', '-', '--date', 'Tuesday'], '--date'],
    ['a language that it cannot read', ['extract', '-', '--lang', 'xx'], '--lang must be one of en, fr, de, hu, uk'],
  ])('refuses %s with one line and exit code 1', async (_, parameters, line) => {
    const { code, out, told } = await rapporteur(parameters);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(told).toContain(line);
    expect(told.trimEnd().split('\n')).toHaveLength(1);
  });

  it('is listed with the other commands', async () => {
    const { code, out } = await rapporteur(['--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}extract /m);
  });
});
