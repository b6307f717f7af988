import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyDraft, type Draft } from '../draft/draft';
import { EditorStore } from '../draft/store';
import { saveRecord } from './commands';
import { Keeper } from './keeper';
import { LocalTexts } from './local-text';

const id = 'iss_01h455vb4pex5vsknk084sn02q';
const content = { question: 'Who decides?', shortTitle: 'Decision', description: null, programmes: [] };
const shelf = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

function newRecord() {
  const draft = emptyDraft(content);
  const store = new EditorStore('issue', draft);
  const keeper = new Keeper(
    {
      id,
      store,
      clientId: 'window',
      base: null,
      sequence: 0,
      seen: null,
      keptAt: null,
      local: new LocalTexts(shelf, 'usr'),
      ways: { send: () => Promise.resolve({ away: true }), now: () => 0, later: () => () => undefined },
    },
    draft,
  );
  return { id, store, keeper, tries: new Map<Draft, string>() };
}

afterEach(() => vi.unstubAllGlobals());

describe('a new record that is saved', () => {
  it('is sent again just as it was when the answer was lost, although it is there by now: by itself', async () => {
    const created: unknown[] = [];
    vi.stubGlobal('fetch', (_url: string, { body }: { body?: string } = {}) => {
      created.push(JSON.parse(body ?? 'null'));
      // The record is there, and nobody hears of it.
      if (created.length === 1) return Promise.reject(new TypeError('connection lost'));
      return Promise.resolve(answer({ id, kind: 'issue', slug: 'decision', lockVersion: 1, revisionNumber: 1 }));
    });
    const saving = newRecord();
    expect(await saveRecord(saving)).toEqual({ kind: 'away' });
    expect(await saveRecord(saving)).toMatchObject({ kind: 'saved', base: { revision: 1, version: 1 } });
    expect(created[1]).toEqual(created[0]);
    expect(created[0]).toMatchObject({ id, content });
    // Its address is the desk's to make.
    expect(created[0]).not.toHaveProperty('slug');
  });
});

const answer = (data: unknown) => Response.json({ result: { data } });
