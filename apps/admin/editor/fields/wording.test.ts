import { shapeOf, type FieldShape } from '@rapporteur/domain/content/shape';
import { kinds } from '@rapporteur/domain/kinds';
import { describe, expect, it } from 'vitest';
import editor from '../../messages/en/editor.json';
import { fieldKey } from './wording';

/** The pointers of every field below a shape, with one item of each list. */
function pointersOf(shape: FieldShape, at = ''): string[] {
  if (shape.form === 'group') {
    return Object.entries(shape.fields).flatMap(([name, field]) => [
      `${at}/${name}`,
      ...pointersOf(field, `${at}/${name}`),
    ]);
  }
  return shape.form === 'list' ? pointersOf(shape.item, `${at}/0`) : [];
}

describe('the labels of fields', () => {
  it('are there for every field of every kind, and for nothing else', () => {
    const keys = kinds.flatMap((kind) => pointersOf(shapeOf(kind)).map((pointer) => fieldKey(kind, pointer)));
    expect([...new Set(keys)].toSorted()).toEqual(Object.keys(editor.label).toSorted());
  });

  it('are what a help text belongs to', () => {
    expect(Object.keys(editor.help).filter((key) => !Object.hasOwn(editor.label, key))).toEqual([]);
  });
});
