import { z } from 'zod';
import type { Kind } from '../kinds';
import { contentSchemas } from './content';
import { forms, type TextForm } from './forms';

/** What a field takes, read off its schema. `nullable`: nothing on record is an answer too. */
export type FieldShape = { nullable: boolean } & (
  | { form: TextForm }
  | { form: 'choice'; options: readonly string[] }
  | { form: 'reference'; kind: Kind }
  | { form: 'yesNo' }
  | { form: 'list'; item: FieldShape; least: number; most: number }
  | { form: 'group'; fields: Readonly<Record<string, FieldShape>> }
);
export type ShapeOf<F extends FieldShape['form']> = FieldShape & { form: F };

const known = new Map<Kind, ShapeOf<'group'>>();

/** The fields of a kind, in their order, as an editor or a translator needs to know them. */
export function shapeOf(kind: Kind): ShapeOf<'group'> {
  let shape = known.get(kind);
  if (shape === undefined) {
    const read = shapeOfSchema(contentSchemas[kind]);
    if (read.form !== 'group') throw new Error(`the content of a ${kind} is not an object`);
    known.set(kind, (shape = read));
  }
  return shape;
}

/** The shape of any schema that contents are made of. Throws for one that no field has yet. */
export function shapeOfSchema(schema: z.core.$ZodType): FieldShape {
  if (schema instanceof z.ZodNullable) return { ...shapeOfSchema(schema.def.innerType), nullable: true };
  const form = forms.get(schema)?.form;
  if (form !== undefined) return { form, nullable: false };
  const kind = (schema instanceof z.ZodType ? schema.meta() : undefined)?.['ref'];
  if (typeof kind === 'string') return { form: 'reference', kind: kind as Kind, nullable: false };
  if (schema instanceof z.ZodEnum) return { form: 'choice', options: schema.options.map(String), nullable: false };
  if (schema instanceof z.ZodBoolean) return { form: 'yesNo', nullable: false };
  if (schema instanceof z.ZodArray) {
    return { form: 'list', item: shapeOfSchema(schema.element), ...lengths(schema), nullable: false };
  }
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.core.$ZodType>(schema.shape).map(([name, field]) => [name, shapeOfSchema(field)]);
    return { form: 'group', fields: Object.fromEntries(fields), nullable: false };
  }
  throw new Error(`no field is written with a schema of the type ${schema._zod.def.type}`);
}

/** How many items a list takes at least and at most. */
function lengths(schema: z.ZodArray): { least: number; most: number } {
  const held = { least: 0, most: Number.MAX_SAFE_INTEGER };
  for (const check of schema.def.checks ?? []) {
    const { def } = check._zod as z.core.$ZodCheckMinLength['_zod'] | z.core.$ZodCheckMaxLength['_zod'];
    if (def.check === 'min_length') held.least = def.minimum;
    if (def.check === 'max_length') held.most = def.maximum;
  }
  return held;
}

/** The shape at a JSON pointer below a shape; undefined where the pointer leads nowhere or into rich text. */
export function shapeAt(shape: FieldShape, segments: readonly string[]): FieldShape | undefined {
  const [next, ...rest] = segments;
  if (next === undefined) return shape;
  if (shape.form === 'list') return /^\d+$/.test(next) ? shapeAt(shape.item, rest) : undefined;
  if (shape.form !== 'group' || !Object.hasOwn(shape.fields, next)) return undefined;
  const field = shape.fields[next];
  return field === undefined ? undefined : shapeAt(field, rest);
}
