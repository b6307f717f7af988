import { canonicalJson } from '../canonical';
import type { AnyContent } from '../content/content';
import { getPointer } from '../json-pointer';
import { pointerMover } from '../merge/pointers';
import { translatableFields, type TranslatableField } from './fields';
import type { Inline } from './marked-text';
import type { Texts } from './texts';

/** How a field of the record stands to its translation. */
export const fieldStates = ['translated', 'changed', 'new', 'untranslated'] as const;
export type FieldState = (typeof fieldStates)[number];

/** A field of the record as it is now. */
export interface PlacedField extends TranslatableField {
  /** Its translation, also where the original has changed since. */
  translation: string | null;
  /** What the original said when it was translated; null where there was no such field. */
  was: string | null;
  state: FieldState;
}

/** A text whose original has no place in the record any more. */
export interface GoneText {
  field: string;
  was: string;
  translation: string;
}

export interface Placed {
  fields: PlacedField[];
  gone: GoneText[];
}

/**
 * Where the texts of a translation, made from `base`, stand in the record as it is now. Items of lists are followed as they
 * move. `translated`: the original still says what was translated. `changed`: it says something else. `new`: it said
 * nothing then. `untranslated`: it stood there, and was left in the original.
 */
export function placeTexts(base: AnyContent, current: AnyContent, given: Texts): Placed {
  const before = new Map(translatableFields(base).map((each) => [each.field, each]));
  const now = translatableFields(current);
  const origins = originsOf(base, current, [...before.keys()]);
  const here = new Set(now.map(({ field }) => field));
  const fields = now.map((each): PlacedField => {
    const origin = before.get(origins.get(each.field) ?? '');
    const translation = origin && Object.hasOwn(given, origin.field) ? (given[origin.field] ?? null) : null;
    const same = origin !== undefined && sameWords(base, origin, current, each);
    const state = !origin ? 'new' : translation === null ? 'untranslated' : same ? 'translated' : 'changed';
    return { ...each, translation, was: origin?.text ?? null, state };
  });
  const placed = new Set([...origins].filter(([to]) => here.has(to)).map(([, from]) => from));
  const gone = [...before.values()].flatMap(({ field, text }): GoneText[] =>
    Object.hasOwn(given, field) && !placed.has(field) ? [{ field, was: text, translation: given[field] ?? '' }] : [],
  );
  return { fields, gone };
}

/** In how many places a translation no longer fits its record: texts changed or gone, and texts that came since. */
export const outdatedIn = ({ fields, gone }: Placed): number =>
  fields.filter(({ state }) => state === 'changed' || state === 'new').length + gone.length;

/** The texts that may stand beside the record as it is now, by its fields: those whose original says what was translated. */
export const standingTexts = ({ fields }: Placed): Texts =>
  Object.fromEntries(
    fields.flatMap(({ field, translation, state }) =>
      state === 'translated' && translation !== null ? [[field, translation]] : [],
    ),
  );

/** Where each field of the record now was in the base. */
function originsOf(base: AnyContent, current: AnyContent, fields: readonly string[]): Map<string, string> {
  const move = pointerMover(base.content, current.content);
  return new Map(
    fields.flatMap((field) => {
      const to = move(field);
      return to === null ? [] : [[to, field] as const];
    }),
  );
}

/** Running text is the same only with the same records cited and the same addresses linked. */
function sameWords(base: AnyContent, was: TranslatableField, current: AnyContent, is: TranslatableField): boolean {
  if (was.text !== is.text) return false;
  if (is.form !== 'marked') return true;
  const inline = (record: AnyContent, field: string) => getPointer(record.content, field) as Inline;
  return canonicalJson(inline(base, was.field)) === canonicalJson(inline(current, is.field));
}
