import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../draft/draft';
import { LocalTexts } from './local-text';
import { MemoryShelf } from './memory-shelf';

const id = 'iss_01h455vb4pex5vsknk084sn02q';
const blank = emptyDraft({ question: '', shortTitle: '', description: null, programmes: [] });

describe('texts in the browser', () => {
  it('are those of one person and one record, the newest first, and nothing else', () => {
    const shelf = new MemoryShelf();
    const mine = new LocalTexts(shelf, 'usr');
    const text = (clientId: string, at: number) =>
      ({ form: 1, id, clientId, sequence: 1, seen: null, base: null, at, draft: blank }) as const;
    mine.keep(text('a', 1));
    mine.keep(text('b', 2));
    shelf.setItem(`rapporteur:text:usr:${id}:broken`, '{');
    shelf.setItem(`rapporteur:text:usr:${id}:other`, '{"form":2}');
    expect(mine.of(id).map(({ clientId }) => clientId)).toEqual(['b', 'a']);
    expect(new LocalTexts(shelf, 'somebody').of(id)).toEqual([]);
    mine.drop({ id, clientId: 'a', sequence: 0 });
    expect(mine.of(id)).toHaveLength(2);
    mine.drop({ id, clientId: 'a', sequence: 1 });
    expect(mine.of(id).map(({ clientId }) => clientId)).toEqual(['b']);
  });
});
