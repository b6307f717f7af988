import type { Transaction } from '@rapporteur/db/transaction';
import { mapReferences } from '@rapporteur/domain/content/references';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { kindOfId, newId } from '@rapporteur/domain/ids';
import { kindOfSegment } from '@rapporteur/domain/kinds';
import type { RecordLine } from './format';
import { fault, handleOf } from './lines';
import type { Outline } from './outline';
import type { Problems } from './parse';

/** Handles such as `actors/hungary`, and the ids of the records they mean: those of the bundle, else those that are there. */
export class Handles {
  private constructor(
    private readonly known: ReadonlyMap<string, string>,
    private readonly given: ReadonlyMap<string, string>,
  ) {}

  /** Looks up every handle of a bundle at once. Its records get the ids they have, those that it gives, or new ones. */
  static async of(
    tx: Transaction,
    { records, endings, translations, handles }: Outline,
    problems: Problems,
  ): Promise<Handles> {
    const known = await lookUp(tx, handles);
    const given = new Map<string, string>();
    const ids = new Set<string>();
    for (const { line, ...value } of records) {
      const handle = handleOf(value);
      const own = known.get(handle);
      if (given.has(handle)) problems.add(line, fault('/slug', `${handle} stands twice in the bundle`));
      if (own && value.id && own !== value.id) problems.add(line, fault('/id', `${handle} already has the id ${own}`));
      if (value.id && ids.has(value.id)) problems.add(line, fault('/id', 'stands twice in the bundle'));
      ids.add(value.id ?? '');
      given.set(handle, own ?? value.id ?? newId(value.kind));
    }
    // What ended elsewhere and was never here is known by the id that its line gives.
    for (const value of [...endings.map((ending) => ending.value), ...translations]) {
      const handle = handleOf(value);
      if (value.id !== undefined && !given.has(handle) && !known.has(handle)) given.set(handle, value.id);
    }
    return new Handles(known, given);
  }

  /** The id that a handle or an id means; null where there is no such record. */
  find(handle: string): string | null {
    return this.given.get(handle) ?? this.known.get(handle) ?? (kindOfId(handle) ? handle : null);
  }

  /** The id of a line's own record; null where it is neither there nor in the bundle. */
  idOf(value: { kind: RecordLine['kind']; slug: string }): string | null {
    return this.find(handleOf(value));
  }

  /** The content with ids in place of handles. Refuses with every field that names a record that is not there. */
  resolve({ kind, content }: RecordLine): unknown {
    const issues: FieldIssue[] = [];
    const resolved = mapReferences(kind, content, ({ field, value: handle }) => {
      const id = this.find(handle);
      if (id === null) issues.push({ path: `/content${field}`, message: `there is no record ${handle.slice(0, 200)}` });
      return id ?? handle;
    });
    if (issues.length > 0)
      throw new RapporteurError('invalid_input', 'The record names others that are not there.', issues);
    return resolved;
  }
}

async function lookUp(tx: Transaction, handles: ReadonlySet<string>): Promise<Map<string, string>> {
  const wanted = [...handles].flatMap((handle) => {
    const [segment = '', slug = ''] = handle.split('/');
    const kind = kindOfSegment(segment);
    return kind ? [{ handle, kind, slug }] : [];
  });
  const rows = await tx.$queryRaw<{ handle: string; id: string }[]>`
    SELECT w."handle", r."id"
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w("handle" text, "kind" text, "slug" text)
    JOIN "Record" r ON r."kind" = w."kind" AND r."slug" = w."slug"`;
  return new Map(rows.map(({ handle, id }) => [handle, id]));
}
