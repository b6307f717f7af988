import type { Citation } from '@rapporteur/domain/content/citation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cite, insertItems, moveItem, noteNumbers, removeItem, reorderItems, setValue, type Draft } from './draft';
import { begin, redo, undo, write, type History } from './history';

const passage = (start: number) => ({
  source: 'src',
  sha256: 'f',
  exact: 'x',
  prefix: '',
  suffix: '',
  start,
  end: start + 1,
});
const citation = (field: string, start = 0, role: Citation['role'] = 'supports'): Citation => ({
  field,
  role,
  passage: passage(start),
});
const draft = (steps: string[], citations: Citation[] = []): Draft => ({
  content: { title: 'T', steps: steps.map((step) => ({ step })) },
  citations,
  slug: '',
  change: null,
  note: null,
  pasted: '',
});
/** What each citation stands on, by the item's own words. */
const standing = ({ content, citations }: Draft) =>
  citations.map(({ field }) => {
    const [, list, index] = field.split('/');
    const steps = content['steps'] as { step: string }[];
    return list === 'steps' && index !== undefined ? steps[Number(index)]?.step : field;
  });

describe('a draft', () => {
  const steps = ['a', 'b', 'c', 'd'];
  const cited = draft(steps, [
    ...steps.map((_, index) => citation(`/steps/${index}/step`, index)),
    citation('/title'),
    citation('/steps'),
  ]);

  it('keeps every passage on its item, whatever is put in, moved, or put in order', () => {
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.nat(3),
        fc.nat(3),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (at, from, to, order) => {
          const kept = [...steps, '/title', '/steps'];
          expect(standing(insertItems(cited, '/steps', at, [{ step: 'new' }, { step: 'newer' }]))).toEqual(kept);
          expect(standing(moveItem(cited, '/steps', from, to))).toEqual(kept);
          expect(standing(reorderItems(cited, '/steps', order))).toEqual(kept);
          expect(standing(removeItem(cited, '/steps', from))).toEqual(kept.filter((step) => step !== steps[from]));
        },
      ),
    );
  });

  it('stays the same draft where nothing changes', () => {
    expect(setValue(cited, '/title', 'T')).toBe(cited);
    expect(moveItem(cited, '/steps', 1, 1)).toBe(cited);
    expect(moveItem(cited, '/steps', 3, 4)).toBe(cited);
    expect(cite(cited, citation('/title'))).toBe(cited);
    expect(cite(cited, citation('/title', 0, 'context')).citations).toHaveLength(7);
  });

  it('numbers passages by first use, one number for one passage', () => {
    const numbers = noteNumbers([citation('/a', 5), citation('/b', 3), citation('/c', 5)]);
    expect([...numbers.values()]).toEqual([1, 2]);
  });
});

describe('the past of a draft', () => {
  it('takes back what was typed in one place without a pause as one step', () => {
    let history = begin('');
    history = write(history, 'W', '/title', 0);
    history = write(history, 'Wh', '/title', 300);
    history = write(history, 'Who', '/title', 900);
    history = write(history, 'Who!', '/note', 1000);
    history = write(history, 'Who?', '/note', 9000);
    expect(undo(history)?.history.now).toBe('Who!');
    const back = [undo, undo, undo].reduce<History<string>>((now, step) => step(now)?.history ?? now, history);
    expect(back.now).toBe('');
    expect(undo(back)).toBeNull();
  });

  it('comes back to where it was, step by step, both ways', () => {
    const steps = fc.array(fc.tuple(fc.string(), fc.constantFrom('/a', '/b'), fc.nat(3000)), { maxLength: 20 });
    fc.assert(
      fc.property(steps, fc.nat(30), (written, turns) => {
        let time = 0;
        const history = written.reduce(
          (now, [value, about, pause]) => write(now, value, about, (time += pause)),
          begin('start'),
        );
        let now = history;
        let taken = 0;
        for (let turn = 0; turn < turns; turn++) {
          const moved = undo(now);
          if (moved === null) break;
          now = moved.history;
          taken++;
        }
        for (; taken > 0; taken--) now = redo(now)?.history ?? now;
        expect(now.now).toBe(history.now);
        expect(redo(now)).toBeNull();
      }),
    );
  });

  it('forgets what was taken back once something else is written', () => {
    const history = write(begin('a'), 'b', '/x', 0);
    const back = undo(history)?.history ?? history;
    const other = write(back, 'c', '/x', 1);
    expect(redo(other)).toBeNull();
    expect(undo(other)?.history.now).toBe('a');
  });
});
