import { edtfSchema } from '@rapporteur/domain/edtf';
import type { KnownActor } from '../extraction';
import type { Entry, Naming } from '../gazetteer/entries';
import { entryByName } from '../gazetteer/gazetteer';
import type { OfficeHolder } from '../gazetteer/offices';
import { Phrases } from '../gazetteer/phrases';

/** Actors on record, as the search for names uses them. */
export interface RecordedActors {
  /** Their names, but for those of people. */
  phrases: Phrases<Naming> | null;
  holders: OfficeHolder[];
  idOf: (entry: Entry | null) => string | null;
}

/** An actor on record that the gazetteer knows too is the same one, and lends it its id. */
export function recordedActors(actors: readonly KnownActor[]): RecordedActors {
  const phrases = new Phrases<Naming>();
  const holders: OfficeHolder[] = [];
  const ids = new Map<Entry, string>();
  let named = false;
  for (const { id, kind, names, offices } of actors) {
    if (kind === 'person') {
      holders.push({
        id,
        names: [...names],
        offices: offices.filter(isDated).map((office) => ({ ...office, of: keyOf(office.of) })),
      });
      continue;
    }
    const known = names.map(entryByName).find((entry) => entry?.kind === kind);
    const [first = id] = names;
    const entry = known ?? { key: id, kind, names: { en: first }, of: null, nouns: [], medium: false };
    if (!ids.has(entry)) ids.set(entry, id);
    for (const phrase of names)
      phrases.add(phrase, { phrase, entry, meaning: phrase === first ? 'name' : 'alias', language: null });
    named = true;
  }
  return { phrases: named ? phrases : null, holders, idOf: (entry) => (entry && ids.get(entry)) ?? null };
}

const isDated = ({ period }: { period: string }): boolean => edtfSchema.safeParse(period).success;

/** What an office is of, under the key of the gazetteer where it is known there. */
const keyOf = (of: string | null): string | null => (of === null ? null : (entryByName(of)?.key ?? of));
