import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followPointer, insertedAt, movedTo, removedAt, setPointer } from './json-edit';
import { getPointer } from './json-pointer';

describe('setting a value by its pointer', () => {
  const document = { title: 'a', steps: [{ step: 'x' }, { step: 'y' }], note: { text: 'n' } };

  it('changes that place only, and shares the rest', () => {
    const changed = setPointer(document, '/steps/1/step', 'z');
    expect(changed).toEqual({ title: 'a', steps: [{ step: 'x' }, { step: 'z' }], note: { text: 'n' } });
    expect(changed.note).toBe(document.note);
    expect(changed.steps[0]).toBe(document.steps[0]);
    expect(document.steps[1]).toEqual({ step: 'y' });
  });

  it('gives the document itself back where nothing changes', () => {
    expect(setPointer(document, '/steps/0/step', 'x')).toBe(document);
    expect(setPointer(document, '', document)).toBe(document);
  });

  it('appends to a list, and refuses places that are not there', () => {
    expect(setPointer(document, '/steps/2', { step: 'n' }).steps).toHaveLength(3);
    for (const place of ['/steps/3', '/steps/2/step', '/steps/-', '/missing/x', '/title/x']) {
      expect(() => setPointer(document, place, 1)).toThrow(`no place ${place}`);
    }
  });

  it('puts a value where reading finds it again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(), fc.integer(), (items, at, value) => {
        const pointer = `/items/${at % items.length}`;
        expect(getPointer(setPointer({ items }, pointer, value), pointer)).toBe(value);
      }),
    );
  });
});

describe('following the items of a list', () => {
  const letters = ['a', 'b', 'c', 'd', 'e'];
  const splice = (items: string[], from: number, to: number) => {
    const copy = [...items];
    copy.splice(to, 0, ...copy.splice(from, 1));
    return copy;
  };

  it('finds every item where it went', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (from, to) => {
        const after = splice(letters, from, to);
        const moves = movedTo(from, to);
        letters.forEach((letter, index) => expect(after[moves(index) ?? -1]).toBe(letter));
        const without = letters.filter((_, index) => index !== from);
        letters.forEach((letter, index) => {
          const at = removedAt(from)(index);
          expect(at === null ? null : without[at]).toBe(index === from ? null : letter);
        });
        const withNew = [...letters.slice(0, from), 'new', ...letters.slice(from)];
        letters.forEach((letter, index) => expect(withNew[insertedAt(from)(index) ?? -1]).toBe(letter));
      }),
    );
  });

  it('leaves pointers outside the list alone', () => {
    expect(followPointer('/provisions/2/scope', '/provisions', removedAt(1))).toBe('/provisions/1/scope');
    expect(followPointer('/provisions/1/scope', '/provisions', removedAt(1))).toBeNull();
    expect(followPointer('/provisions', '/provisions', removedAt(1))).toBe('/provisions');
    expect(followPointer('/provisionsOther/1', '/provisions', removedAt(1))).toBe('/provisionsOther/1');
    expect(followPointer('/a~1b/1/x', '/a~1b', insertedAt(0, 2))).toBe('/a~1b/3/x');
  });
});
