import type editor from '../../messages/en/editor.json';

/** The fields that have a label: the kind and the names on the way, without indices: "programme-provisions-scope". */
export type FieldKey = keyof (typeof editor)['label'];
export type HelpKey = keyof (typeof editor)['help'];

/** The key of a field by its kind and pointer. A test holds that every field of every kind has a label. */
export function fieldKey(kind: string, pointer: string): FieldKey {
  const names = pointer.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
  return [kind, ...names].join('-') as FieldKey;
}
