import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { getPointer, parsePointer } from '../json-pointer';
import { kinds } from '../kinds';
import { blankContent, editableContent } from './blank';
import { contentSchemas } from './content';
import { references } from './references';
import { shapeAt, shapeOf, shapeOfSchema, type FieldShape } from './shape';

describe('the shape of a kind', () => {
  it('reads every kind, and tells texts of different forms apart', () => {
    for (const kind of kinds) expect(Object.keys(shapeOf(kind).fields)).not.toEqual([]);
    const { fields } = shapeOf('source');
    expect(fields['title']).toEqual({ form: 'line', nullable: false });
    expect(fields['note']).toEqual({ form: 'prose', nullable: true });
    expect(fields['published']).toEqual({ form: 'date', nullable: true });
    expect(fields['address']).toEqual({ form: 'address', nullable: true });
    expect(fields['language']).toEqual({ form: 'language', nullable: false });
    expect(fields['publisher']).toEqual({ form: 'reference', kind: 'actor', nullable: true });
    expect(fields['rights']).toEqual({ form: 'choice', options: ['full', 'passages'], nullable: false });
    expect(shapeOf('article').fields['body']).toEqual({ form: 'rich', nullable: false });
  });

  it('keeps how many items a list takes', () => {
    expect(shapeOf('commitment').fields['steps']).toMatchObject({ form: 'list', least: 1, most: 100 });
    expect(shapeOf('commitment').fields['owedTo']).toMatchObject({ form: 'list', least: 0, most: 100 });
  });

  it('finds the shape at a pointer', () => {
    expect(shapeAt(shapeOf('programme'), parsePointer('/provisions/3/scope'))?.form).toBe('choice');
    expect(shapeAt(shapeOf('programme'), parsePointer('/provisions/x'))).toBeUndefined();
    expect(shapeAt(shapeOf('programme'), parsePointer('/constructor'))).toBeUndefined();
  });

  it('names what it cannot write', () => {
    expect(() => shapeOfSchema(z.map(z.string(), z.string()))).toThrow(/map/);
  });
});

/** Every leaf and list of a blank, each against its shape. */
function walk(shape: FieldShape, value: unknown, visit: (shape: FieldShape, value: unknown) => void): void {
  visit(shape, value);
  if (shape.form === 'group' && value !== null) {
    for (const [name, field] of Object.entries(shape.fields)) walk(field, getPointer(value, `/${name}`), visit);
  }
  if (shape.form === 'list') for (const item of value as unknown[]) walk(shape.item, item, visit);
}

describe('a blank', () => {
  it.each(kinds)('of the kind %s has every field, names nothing, and does not pass for a record', (kind) => {
    const blank = blankContent(kind);
    walk(shapeOf(kind), blank, (shape, value) => {
      expect(value).not.toBeUndefined();
      if (shape.form === 'list') expect(value).toHaveLength(shape.least);
    });
    expect(references(kind, blank).filter(({ value }) => value !== '')).toEqual([]);
    expect(contentSchemas[kind].safeParse(blank).success).toBe(false);
  });
});

describe('a content made editable', () => {
  it.each(kinds)('of the kind %s has every field of its shape, whatever came in', (kind) => {
    const values = fc.oneof(fc.jsonValue(), fc.record({ names: fc.jsonValue(), turns: fc.jsonValue() }));
    fc.assert(
      fc.property(values, (value) => {
        walk(shapeOf(kind), editableContent(kind, value), (_, inner) => expect(inner).not.toBeUndefined());
      }),
    );
    expect(editableContent(kind, undefined)).toEqual(blankContent(kind));
  });

  it('keeps what fits as it is', () => {
    const content = { question: 'Q?', shortTitle: '', description: null, programmes: ['prg_1'], extra: 1 };
    const { extra, ...kept } = content;
    expect(extra).toBe(1);
    expect(editableContent('issue', content)).toEqual(kept);
    expect(editableContent('issue', { ...content, programmes: 'none' })).toMatchObject({ programmes: [] });
  });
});
