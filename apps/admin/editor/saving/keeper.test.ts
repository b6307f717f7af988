import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setValue, type Draft } from '../draft/draft';
import { EditorStore } from '../draft/store';
import { Keeper, type Outcome, type Sent } from './keeper';
import { LocalTexts, type LocalText } from './local-text';
import { MemoryShelf } from './memory-shelf';

const id = 'iss_01h455vb4pex5vsknk084sn02q';
const blank: Draft = {
  content: { question: '', shortTitle: '', description: null, programmes: [] },
  citations: [],
  slug: '',
  change: null,
  note: null,
  pasted: '',
};

/** A desk that answers as it is told, and a clock that only moves when it is told. */
function setup({ left = null }: { left?: LocalText | null } = {}) {
  const shelf = new MemoryShelf();
  const local = new LocalTexts(shelf, 'usr');
  const store = new EditorStore('issue', blank);
  if (left !== null) {
    local.keep(left);
    store.edit('kept', () => left.draft);
  }
  const desk = {
    kept: null as Sent | null,
    answer: 'keeps' as 'keeps' | 'away' | 'lost' | 'elsewhere' | 'refuses',
    sent: 0,
    /** The counter of the last text that was kept, or spent by a save. */
    taken: 0,
  };
  let timers: { run: () => void; after: number }[] = [];
  let time = 0;
  const send = async (sent: Sent): Promise<Outcome> => {
    desk.sent++;
    await Promise.resolve();
    if (desk.answer === 'away') return { away: true };
    if (desk.answer === 'refuses') return { refused: 'Sign in first.' };
    if (desk.answer === 'elsewhere') return { kept: false, sequence: 90, clientId: 'other', at: time };
    // As the desk does: of one window, only a text of a greater counter replaces the one that is there.
    if (desk.taken >= sent.written.sequence) {
      return { kept: false, sequence: desk.taken, clientId: 'window', at: time };
    }
    desk.taken = sent.written.sequence;
    desk.kept = sent;
    // The answer is lost on its way: the desk has the text, and the browser does not know.
    return desk.answer === 'lost' ? { away: true } : { kept: true, at: time };
  };
  const keeper = new Keeper(
    {
      id,
      store,
      clientId: 'window',
      base: null,
      sequence: 0,
      seen: null,
      keptAt: null,
      local,
      taken: left,
      ways: {
        send,
        now: () => time,
        later: (run, after) => {
          const timer = { run, after };
          timers.push(timer);
          return () => {
            timers = timers.filter((other) => other !== timer);
          };
        },
      },
    },
    blank,
  );
  keeper.resume();
  return {
    shelf,
    local,
    store,
    desk,
    keeper,
    waits: () => timers.map(({ after }) => after),
    write: (text: string) => store.edit('/question', (draft) => setValue(draft, '/question', text)),
    /** Lets every timer that is set now run out, and what it began come to its end. */
    pass: async () => {
      time += 60_000;
      const due = timers;
      timers = [];
      for (const { run } of due) run();
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    },
  };
}

const questionOf = (draft: { content: unknown } | null | undefined) =>
  (draft?.content as { question?: string } | undefined)?.question;

describe('text that is being written', () => {
  it('is in the browser at once, and at the desk after two seconds', async () => {
    const { write, local, keeper, desk, pass, waits } = setup();
    write('Who?');
    expect(questionOf(local.of(id)[0]?.draft)).toBe('Who?');
    expect(keeper.get().state).toBe('changed');
    expect(waits()).toEqual([2000]);
    await pass();
    expect(questionOf(desk.kept)).toBe('Who?');
    expect(keeper.get().state).toBe('kept');
    expect(local.of(id)).toEqual([]);
  });

  it('is sent once for many letters, with a counter that rises', async () => {
    const { write, desk, pass } = setup();
    for (const text of ['W', 'Wh', 'Who']) write(text);
    await pass();
    expect(desk.sent).toBe(1);
    expect(desk.kept?.written).toEqual({ clientId: 'window', sequence: 3, seen: null });
  });

  it('stays in the browser while the desk is away, and is sent when it is back', async () => {
    const { write, local, keeper, desk, pass, waits } = setup();
    desk.answer = 'away';
    write('Who?');
    await pass();
    expect(keeper.get().state).toBe('away');
    expect(waits()).toEqual([2000]);
    await pass();
    expect(waits()).toEqual([4000]);
    write('Who was it?');
    expect(questionOf(local.of(id)[0]?.draft)).toBe('Who was it?');
    desk.answer = 'keeps';
    await pass();
    expect(questionOf(desk.kept)).toBe('Who was it?');
    expect(keeper.get().state).toBe('kept');
  });

  it('takes the place of the text that an earlier window left, which is not offered again once this one is saved', async () => {
    const draft = setValue(blank, '/question', 'Left');
    const left = { form: 1, id, clientId: 'earlier', sequence: 4, seen: null, base: null, at: 0, draft } as const;
    const { local, keeper, store, pass } = setup({ left });
    expect(local.of(id).map(({ clientId }) => clientId)).toEqual(['window']);
    await pass();
    keeper.saved(store.draft, { revision: 1, version: 1 }, keeper.writing.sequence);
    expect(local.of(id)).toEqual([]);
  });

  it('says so when neither the desk nor the browser can hold it', async () => {
    const { write, keeper, desk, shelf, pass } = setup();
    desk.answer = 'away';
    shelf.full = true;
    write('Who?');
    await pass();
    expect(keeper.get().state).toBe('unheld');
    shelf.full = false;
    await pass();
    expect(keeper.get().state).toBe('away');
  });

  it('is on its old ground again when a joining is taken back, so that no save goes over what was joined', () => {
    const { keeper, store, write } = setup();
    const version = (number: number) => ({ revision: 1, version: number });
    write('Mine');
    keeper.saved(store.draft, version(1), keeper.writing.sequence);
    write('Mine, longer');
    keeper.rebase(version(3), null, () =>
      store.edit('joined', (draft) => setValue(draft, '/question', 'Mine, longer, and theirs')),
    );
    expect(keeper.startedFrom).toEqual(version(3));
    store.undo();
    expect(questionOf(store.draft)).toBe('Mine, longer');
    expect(keeper.startedFrom).toEqual(version(1));
    store.redo();
    expect(keeper.startedFrom).toEqual(version(3));
    keeper.saved(store.draft, version(4), keeper.writing.sequence);
    write('Mine, longer, and theirs, shorter');
    // A text after the joining goes on from what was saved since; one before it still knows nothing of it.
    store.undo();
    expect(keeper.startedFrom).toEqual(version(4));
    store.undo();
    store.undo();
    expect(keeper.startedFrom).toEqual(version(1));
  });

  it('does not replace what another window has written, before somebody says so', async () => {
    const { write, keeper, desk, local, pass, waits } = setup();
    desk.answer = 'elsewhere';
    write('Mine');
    await pass();
    expect(keeper.get().state).toBe('elsewhere');
    write('Mine, longer');
    expect(waits()).toEqual([]);
    expect(questionOf(local.of(id)[0]?.draft)).toBe('Mine, longer');
    desk.answer = 'keeps';
    keeper.takeOver({ clientId: 'other', sequence: 90 });
    await pass();
    expect(desk.kept?.written).toEqual({
      clientId: 'window',
      sequence: 91,
      seen: { clientId: 'other', sequence: 90 },
    });
  });

  it('is not taken for that of another window when the answer of the desk was lost', async () => {
    const { write, keeper, desk, local, pass } = setup();
    desk.answer = 'lost';
    write('Who?');
    await pass();
    expect(keeper.get().state).toBe('away');
    desk.answer = 'keeps';
    await pass();
    expect(keeper.get().state).toBe('kept');
    expect(local.of(id)).toEqual([]);
    write('Who was it?');
    await pass();
    expect(questionOf(desk.kept)).toBe('Who was it?');
  });

  it('is sent on when a save came before the text that was on its way', async () => {
    const { write, keeper, desk, store, pass } = setup();
    write('Saved');
    const { sequence } = keeper.writing;
    const sending = keeper.flush();
    // The save was answered first, and spent the text under its counter.
    desk.taken = sequence;
    keeper.saved(store.draft, { revision: 1, version: 1 }, sequence);
    await sending;
    expect(keeper.get().state).toBe('kept');
    write('Saved, and more');
    await pass();
    expect(questionOf(desk.kept)).toBe('Saved, and more');
  });

  it('goes on from the revision it was saved as, with what was typed meanwhile', async () => {
    const { write, keeper, desk, local, store, pass } = setup();
    write('Saved');
    const [saved, { sequence }] = [store.draft, keeper.writing];
    write('Saved, and more');
    keeper.saved(saved, { revision: 1, version: 1 }, sequence);
    expect(questionOf(local.of(id)[0]?.draft)).toBe('Saved, and more');
    await pass();
    expect(desk.kept).toMatchObject({ baseRevision: 1, baseVersion: 1 });
    expect(questionOf(desk.kept)).toBe('Saved, and more');
  });

  it('is never in neither place, whatever the desk does and whenever the browser ends', async () => {
    const step = fc.oneof(
      fc.string({ minLength: 1, maxLength: 5 }).map((text) => ({ write: text })),
      fc
        .constantFrom('keeps' as const, 'away' as const, 'lost' as const, 'refuses' as const)
        .map((answer) => ({ answer })),
      fc.constant({ pass: true }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { write, desk, local, store, pass } = setup();
        for (const next of steps) {
          if ('write' in next) write(next.write);
          else if ('answer' in next) desk.answer = next.answer;
          else await pass();
          const [held] = local.of(id);
          const newest = questionOf(store.draft);
          expect([questionOf(held?.draft), questionOf(desk.kept) ?? '']).toContain(newest);
        }
        desk.answer = 'keeps';
        for (let turn = 0; turn < 3; turn++) await pass();
        if (desk.sent > 0 && questionOf(store.draft) !== '') {
          write(`${questionOf(store.draft)}.`);
          await pass();
          expect(questionOf(desk.kept)).toBe(questionOf(store.draft));
          expect(local.of(id)).toEqual([]);
        }
      }),
    );
  });
});
