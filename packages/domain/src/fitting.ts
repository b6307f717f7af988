/** A part of what was asked that cannot be asked so: the field that it stands in, and what is written there. */
export interface Misfit {
  name: string;
  value: string;
}

interface Issue {
  path: readonly PropertyKey[];
}
interface Schema<T> {
  safeParse: (given: unknown) => { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}

/**
 * Reads what was asked field by field: what does not fit its schema is left out, as if nobody had asked for it, and told. Of a
 * list only the items that do not fit. `plain` says what a field holds that nobody fills in; it has to fit.
 */
export function fitting<T>(
  schema: Schema<T>,
  given: Readonly<Record<string, unknown>>,
  plain: Readonly<Record<string, unknown>>,
): { asked: T; misfits: Misfit[] } {
  const kept: Record<string, unknown> = { ...given };
  const misfits: Misfit[] = [];
  // Each turn leaves something out of a field, and a second one empties it: so there are few.
  for (;;) {
    const read = schema.safeParse(kept);
    if (read.success) return { asked: read.data, misfits };
    const names = new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')));
    for (const name of names) {
      const value = kept[name];
      if (!Object.hasOwn(kept, name) || value === plain[name])
        throw new Error('What nobody has filled in does not fit its own schema.');
      const wrong = itemsAmong(read.error.issues, name);
      const items = Array.isArray(value) && wrong.size > 0 ? value : [];
      const left = items.filter((_, at) => !wrong.has(at));
      misfits.push(
        ...(items.length > 0 ? items.filter((_, at) => wrong.has(at)) : [value]).map((each) => ({
          name,
          value: String(each),
        })),
      );
      kept[name] = items.length > 0 && left.length < items.length ? left : plain[name];
    }
  }
}

/** The items of a list that do not fit. */
const itemsAmong = (issues: readonly Issue[], name: string): Set<PropertyKey> =>
  new Set(issues.flatMap(({ path: [field, at] }) => (field === name && typeof at === 'number' ? [at] : [])));
