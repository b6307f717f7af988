import { z } from 'zod';
import type { AnyContent } from '../content/content';
import { line, prose } from '../content/text';
import type { FieldIssue } from '../errors';
import { setPointer } from '../json-edit';
import { escapeSegment, getPointer } from '../json-pointer';
import { translatableFields, type TranslatableForm } from './fields';
import type { Language } from './languages';
import { fromMarkedText, type Inline } from './marked-text';

/** A translation's words, by the field (a JSON pointer) of the revision it was made from. */
export const texts = z
  .record(z.string().max(200), z.string().max(20_000))
  .refine((all) => Object.keys(all).length <= 5000, 'has more than 5,000 fields');
export type Texts = z.infer<typeof texts>;

const forms = { line, prose, marked: prose } satisfies Record<TranslatableForm, z.ZodType<string>>;

/**
 * The words of a translation as they are kept: by the fields of the record in their order, without those that were left
 * blank. `issues` names each field that the record has not, and each text that cannot stand in its field.
 */
export function checkTexts(record: AnyContent, given: Texts): { texts: Texts; issues: FieldIssue[] } {
  const kept: Texts = {};
  const issues: FieldIssue[] = [];
  const rest = new Map(Object.entries(given));
  for (const { field, form } of translatableFields(record)) {
    const text = rest.get(field);
    rest.delete(field);
    if (text === undefined || text.trim() === '') continue;
    const parsed = forms[form].safeParse(text);
    const fault = parsed.success
      ? faultOfTags(record, field, form, parsed.data)
      : (parsed.error.issues[0]?.message ?? '');
    if (fault !== null) issues.push({ path: `/texts/${escapeSegment(field)}`, message: fault });
    else if (parsed.success) kept[field] = parsed.data;
  }
  for (const field of rest.keys()) {
    issues.push({
      path: `/texts/${escapeSegment(field)}`,
      message: 'is no field of this record that can be translated',
    });
  }
  return { texts: kept, issues };
}

function faultOfTags(record: AnyContent, field: string, form: TranslatableForm, text: string): string | null {
  if (form !== 'marked') return null;
  const read = fromMarkedText(getPointer(record.content, field) as Inline, text);
  return 'fault' in read ? read.fault : null;
}

/**
 * The record in the words of a translation. What has no text stays as it is; a text for a field that cannot be translated
 * changes nothing. An actor keeps the name of its original among its names.
 */
export function translate<R extends AnyContent>(record: R, given: Texts, language: Language): R {
  let content: unknown = record.content;
  for (const { field, form } of translatableFields(record)) {
    if (!Object.hasOwn(given, field)) continue;
    const text = given[field] ?? '';
    if (form !== 'marked') content = setPointer(content, field, text);
    else {
      const read = fromMarkedText(getPointer(content, field) as Inline, text);
      if ('inline' in read) content = setPointer(content, field, read.inline);
    }
  }
  const translated = { ...record, content } as R;
  if (translated.kind === 'actor' && record.kind === 'actor' && translated.content !== record.content) {
    const [own, ...others] = translated.content.names;
    const was = record.content.names[0];
    if (own && was && own.text !== was.text && others.length < 199)
      return { ...translated, content: { ...translated.content, names: [{ ...own, language }, ...others, was] } };
  }
  return translated;
}
