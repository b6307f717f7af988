import { readCell } from '@rapporteur/domain/csv';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { note } from './entry';
import { exportAudit } from './export';
import { listAudit, listAuditActions, type AuditFilter } from './list';

let database: TestDatabase;
const administrator = { userId: 'ada', role: 'administrator' } as const;
const hostile = '=HYPERLINK("https://evil.example","a")\r\nsecond line';

beforeAll(async () => {
  database = await testDatabase();
  const people = [
    { id: 'ada', name: 'Ada', email: 'ada@example.org', role: 'administrator' },
    { id: 'noor', name: hostile, email: 'noor@example.org', role: 'editor' },
  ];
  for (const data of people) await database.owner.user.create({ data });
  for (let nth = 0; nth < 25; nth += 1) {
    await note(database.owner, { userId: nth % 2 === 0 ? 'ada' : 'noor', action: `test.action_${nth % 3}` });
  }
  await note(database.owner, { userId: 'ada', action: 'user.role', subjectId: 'noor', detail: { to: '+editor' } });
  await note(database.owner, { userId: 'a-script', action: 'test.script' });
});
afterAll(() => database.close());

const list = (filter: AuditFilter, after: string | null = null, limit = 10) =>
  listAudit(database.owner, administrator, filter, { after, limit });

async function whole(filter: AuditFilter, format: 'csv' | 'jsonl', most?: number): Promise<string> {
  let text = '';
  for await (const piece of await exportAudit(database.owner, administrator, filter, format, most)) text += piece;
  return text;
}

describe('the audit log', () => {
  it('is read page by page, each entry once, the newest first', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({}, after, 7);
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(ids).toEqual(ids.toSorted((a, b) => Number(b) - Number(a)));
    expect(new Set(ids).size).toBe(27);
  });

  it('is narrowed by person, action and days', async () => {
    const noors = await list({ person: 'noor@example.org' }, null, 50);
    expect(noors.items).toHaveLength(13);
    expect(noors.items[0]).toMatchObject({ action: 'user.role', person: { name: 'Ada' }, subject: { name: hostile } });
    expect((await list({ action: 'test.action_0' }, null, 50)).items).toHaveLength(9);
    expect((await list({ person: 'nobody@example.org' })).items).toEqual([]);
    const today = new Date().toISOString().slice(0, 10);
    expect((await list({ from: today, until: today }, null, 50)).items.length).toBeGreaterThanOrEqual(27);
    expect((await list({ until: '2000-01-01' })).items).toEqual([]);
    expect((await list({ action: 'test.script' })).items[0]?.person).toEqual({
      id: 'a-script',
      name: 'a-script',
      email: null,
    });
  });

  it('knows the actions it holds, each once', async () => {
    expect(await listAuditActions(database.owner, administrator)).toEqual([
      'test.action_0',
      'test.action_1',
      'test.action_2',
      'test.script',
      'user.role',
    ]);
  });

  it('is for administrators', async () => {
    const editor = { userId: 'noor', role: 'editor' } as const;
    await expect(listAudit(database.owner, editor, {}, { after: null, limit: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(exportAudit(database.owner, editor, {}, 'csv')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the audit log as a file', () => {
  it('holds one record a row, none of which a spreadsheet runs', async () => {
    const text = await whole({ person: 'noor@example.org' }, 'csv');
    const rows = text.split(/(?<=")\r\n(?=")/);
    expect(rows).toHaveLength(14);
    expect(text).not.toMatch(/(?:^|,)"[=+\-@]/m);
    const named = rows.find((row) => row.includes('user.role')) ?? '';
    const cells = [...named.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => (cell ?? '').replaceAll('""', '"'));
    expect(readCell(cells[5] ?? '')).toBe(hostile);
  });

  it('as JSON lines holds the same entries', async () => {
    const lines = (await whole({ person: 'noor@example.org' }, 'jsonl')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(
      (await list({ person: 'noor@example.org' }, null, 50)).items.map(({ id }) => id),
    );
  });

  it('is refused where it would hold more than it may, and noted where it is taken', async () => {
    await expect(exportAudit(database.owner, administrator, {}, 'csv', 5)).rejects.toMatchObject({
      code: 'limit_exceeded',
    });
    const [newest] = (await list({ action: 'audit.export' })).items;
    expect(newest).toMatchObject({ person: { id: 'ada' }, detail: { format: 'jsonl', person: 'noor@example.org' } });
  });
});
