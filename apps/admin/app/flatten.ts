import { formatPointer } from '@rapporteur/domain/json-pointer';

export interface FieldRow {
  /** JSON pointer into the content. */
  field: string;
  text: string | null;
}

/** Every field of a content that holds a value, in order, each with its JSON pointer. An empty list is one row without text. */
export function flatten(content: unknown): FieldRow[] {
  const rows: FieldRow[] = [];
  const visit = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) {
      rows.push({
        field: formatPointer(path),
        text: value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value),
      });
      return;
    }
    const entries = Object.entries(value);
    if (entries.length === 0) rows.push({ field: formatPointer(path), text: null });
    for (const [key, item] of entries) visit(item, [...path, key]);
  };
  visit(content, []);
  return rows;
}
