import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { scratchFolder } from '@rapporteur/db/testing/scratch-folder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bounds, readTable, type Bounds } from './rows';

let folder: string;
beforeAll(() => (folder = scratchFolder('rows')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(name: string, content: string | Buffer, limits: Partial<Bounds> = {}, columns = ['id', 'text']) {
  writeFileSync(path.join(folder, name), content);
  return readTable(folder, name, { name: 'rows', columns, raw: true }, { ...bounds, ...limits });
}
const refusal = (...given: Parameters<typeof read>): Promise<unknown> =>
  read(...given).then(
    () => null,
    (error: unknown) => error,
  );

describe('rows', () => {
  it('are those of the columns that are wanted, with the row as it stands in the file', async () => {
    const { header, rows } = await read(
      'a.csv',
      '\ufefftext,more,id\r\n"one, two\r\nthree",x,7\r\n\r\nfour,"y""z",8\r\n',
    );
    expect(header).toBe('text,more,id');
    expect(rows).toEqual([
      { number: 2, cells: ['7', 'one, two\r\nthree'], raw: '"one, two\nthree",x,7' },
      { number: 3, cells: ['8', 'four'], raw: 'four,"y""z",8' },
    ]);
  });

  it('are lines of JSON as well, and packed with gzip', async () => {
    const text = '{"id":1,"text":"Zürich \\u00e9"}\n\n{"id":"2","text":null,"more":[1]}\n{"id":true}';
    const { header, rows } = await read('a.jsonl.gz', gzipSync(text));
    expect(header).toBeNull();
    expect(rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, '1', 'Zürich é'],
      [3, '2', ''],
      [4, 'true', ''],
    ]);
  });

  it.each([
    ['a column that is not there', 'b.csv', 'id,words\n1,x\n', 'it has no column "text"; it has id, words'],
    ['two columns of one name', 'b.csv', 'id,id,text\n1,2,x\n', 'two of its columns are called "id"'],
    ['a NUL character', 'b.csv', 'id,text\n1,a\0b\n', 'it holds a NUL character'],
    ['no column at all', 'b.csv', '', 'it has no line with the names of its columns'],
    ['what is not in UTF-8', 'b.csv', Buffer.from([0x69, 0x64, 0x2c, 0xff, 0xfe, 0x0a]), 'it is not in UTF-8'],
    ['half a character at the end', 'b.csv', Buffer.from([0x69, 0x64, 0x0a, 0xc3]), 'it is not in UTF-8'],
    ['what is not packed', 'b.csv.gz', 'id,text\n', 'it is not packed with gzip'],
    ['what is packed and not whole', 'b.csv.gz', gzipSync('id,text\n'.repeat(1000)).subarray(0, 30), 'not whole'],
    ['a line that is no JSON', 'b.jsonl', '{"id":1', 'is not JSON'],
    ['a line that is no object', 'b.jsonl', '[1,2]', 'it holds a row that is no object'],
    ['a list for a text', 'b.jsonl', '{"id":1,"text":["a"]}', 'its column "text" holds a list, and no text'],
    ['an object for a text', 'b.jsonl', '{"id":{"not":""},"text":"a"}', 'its column "id" holds an object, and no text'],
    ['half of a character pair', 'b.jsonl', '{"id":1,"text":"\\ud800"}', 'half of a character pair'],
    ['an escaped NUL character', 'b.jsonl', '{"id":1,"text":"\\u0000"}', 'NUL'],
    ['a field that stands twice', 'b.jsonl', '{"id":1,"id":2}', 'stands twice'],
    ['a prototype', 'b.jsonl', '{"id":1,"__proto__":{"text":"x"}}', 'is not a field'],
  ])('with %s are refused', async (_, name, content, told) => {
    const error = await refusal(name, content);
    expect(error).toMatchObject({ code: 'invalid_input', message: expect.stringContaining(told) as string });
  });

  it.each([
    ['a cell too many', 'id,text\n\n"1\n",x\n1,x,y\n', 3, 'a row has 3 cells, and the first row has 2'],
    ['a cell too few', 'id,text\n1\n', 2, 'a row has 1 cell, and the first row has 2'],
    ['a quotation mark that is not closed', 'id,text\n1,"x\n2,y\n', 2, 'a quotation mark is not closed'],
    ['text after a quotation mark', 'id,text\n1,x\n2,"x"y\n', 3, 'one that belongs to the text is written twice'],
    ['a quotation mark amid text', 'id,text\n1,x"y\n', 2, 'in a cell that does not begin with one'],
  ])('with %s are refused by row, and not by line', async (_, content, row, told) => {
    expect(await refusal('b.csv', content)).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: `b.csv row ${row}`, message: expect.stringContaining(told) as string }],
    });
  });

  it('of a file that is not there are refused', async () => {
    const error = await readTable(folder, 'none.csv', { name: 'rows', columns: [], raw: false }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'invalid_input', issues: [{ path: 'none.csv' }] });
  });
});

describe('a file that is too large', () => {
  it('is refused by its bytes, its rows, its columns and the length of a row', async () => {
    const limit = { code: 'limit_exceeded' };
    expect(await refusal('c.csv', `id,text\n${'1,x\n'.repeat(1000)}`, { bytes: 1000 })).toMatchObject(limit);
    expect(await refusal('c.csv', `id,text\n${'1,x\n'.repeat(1000)}`, { rows: 999 })).toMatchObject(limit);
    expect(await refusal('c.csv', `id,text\n1,${'x'.repeat(6_000_000)}\n`)).toMatchObject(limit);
    expect(await refusal('c.jsonl', `{"id":1,"text":"${'x'.repeat(6_000_000)}"}`)).toMatchObject(limit);
    expect(await refusal('c.csv', `id,text${',x'.repeat(1_000_000)}\n`)).toMatchObject(limit);
  });

  it('may hold a cell of a megabyte', async () => {
    const { rows } = await read('d.csv', `id,text\n1,${'x'.repeat(1_000_000)}\n`);
    expect(rows[0]?.cells[1]).toHaveLength(1_000_000);
  });

  it.each(['bomb.csv.gz', 'bomb.jsonl.gz'])('is not unpacked beyond its bound: %s', async (name) => {
    const bomb = gzipSync(Buffer.alloc(400_000_000, 'x'));
    expect(await refusal(name, bomb)).toMatchObject({ code: 'limit_exceeded' });
  });
});
