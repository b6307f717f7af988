import { RapporteurError } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import { references } from '@rapporteur/domain/content/references';
import type { Kind } from '@rapporteur/domain/kinds';
import { fingerprint, type StoredText } from '../source/text';
import type { BundleBytes } from './bytes';
import { bundleVersionOfText, type RecordLine } from './format';
import { fault, handleOf } from './lines';
import { Problems, readLines, type NumberedLine } from './parse';
import type { Place } from './raw-lines';

/** A line that will be read again, and what it is about. */
export interface Addressed extends Place {
  kind: Kind;
  slug: string;
  id: string | undefined;
  /** Of the record of a source: the fingerprints of the texts that it brings. */
  texts: readonly string[];
}

/** What is kept of a bundle between two readings: where each line stands, and what the lines call one another. */
export interface Outline {
  records: Addressed[];
  translations: Addressed[];
  /** Withdrawals and merges, which are short. */
  endings: NumberedLine[];
  /** Every handle that any line speaks of. */
  handles: ReadonlySet<string>;
}

/** Reads a bundle through once. Refuses with every fault of its lines and of the texts that they bring. */
export async function readOutline(bytes: BundleBytes, onRead: (done: number) => void): Promise<Outline> {
  const problems = new Problems();
  const handles = new Set<string>();
  const outline = {
    records: [] as Addressed[],
    translations: [] as Addressed[],
    endings: [] as NumberedLine[],
    handles,
  };
  for await (const { value, ...place } of readLines(bytes, problems, onRead)) {
    for (const handle of named(value)) handles.add(handle);
    const { kind, slug, id } = value;
    if (value.type === 'translation') outline.translations.push({ ...place, kind, slug, id, texts: [] });
    else if (value.type === 'record')
      outline.records.push({ ...place, kind, slug, id, texts: fingerprints(place.line, value, problems) });
    else outline.endings.push({ line: place.line, value });
  }
  problems.refuseIfAny();
  return outline;
}

/** Every handle that a line speaks of, its own among them. */
function* named(value: NumberedLine['value']): Generator<string> {
  yield handleOf(value);
  if (value.type === 'merge') yield value.into;
  if (value.type !== 'record') return;
  for (const { value: handle } of references(value.kind, value.content)) yield handle;
  for (const { source } of value.citations) yield source;
}

function fingerprints(line: number, value: RecordLine, problems: Problems): string[] {
  if (value.kind !== 'source') return [];
  try {
    return textsOf(value).map(({ sha256 }) => sha256);
  } catch (error) {
    if (!(error instanceof RapporteurError)) throw error;
    problems.add(line, error);
    return [];
  }
}

/** The texts that the line of a source brings, normalised. Refuses with the field of what is none. */
export function textsOf({ content: { versions } }: RecordLine): StoredText[] {
  if (!Array.isArray(versions)) throw fault('/content/versions', 'must be the list of the source’s versions');
  return versions.map((version, index) => {
    const at = `/content/versions/${index}`;
    const parsed = bundleVersionOfText.safeParse(version);
    if (!parsed.success) throw fromZod(parsed.error, 'must hold a text and when it was fetched, and nothing else', at);
    try {
      return fingerprint(parsed.data.text);
    } catch (error) {
      throw error instanceof RapporteurError ? fault(`${at}/text`, error.message) : error;
    }
  });
}
