import type { Citation } from '@rapporteur/domain/content/citation';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import { selectPassages } from '@rapporteur/domain/passage';
import type { StoredText } from '../source/text';
import type { Dataset } from './dataset';
import type { FileSource } from './mapping';
import type { Row } from './rows';

/** A record that a dataset is to become. */
export interface Planned {
  kind: Kind;
  slug: string;
  /** Its id, where others have to name it before it is there. */
  id?: string;
  content: Record<string, unknown>;
  citations: Citation[];
  /** Of a source: its text, and when it was fetched. */
  version?: { text: StoredText; fetched: string };
  /** The row that it is made of, for people. */
  file: string;
  row: number;
}

/** The sources that the files of a dataset become, by file, one for each part. */
export function plannedSources(dataset: Dataset): Map<string, Planned[]> {
  const planned = new Map<string, Planned[]>();
  for (const [file, { source, key, path }] of Object.entries(dataset.mapping.files)) {
    if (!source) continue;
    const { parts } = dataset.textOf(file);
    const sources = parts.map(({ stored, from, count }, index): Planned => {
      const order =
        key === undefined
          ? 'in the order of the file'
          : `those with the same ${key} together, as they come in the file`;
      const about = `Part ${index + 1} of ${path}: ${count.toLocaleString('en')} rows, word for word, ${order}.`;
      return {
        kind: 'source',
        slug: `${source.slug}-${index + 1}`,
        content: contentOf(source, index + 1, about),
        citations: [],
        version: { text: stored, fetched: dataset.fetched(file) },
        file,
        row: from,
      };
    });
    planned.set(file, sources);
  }
  return planned;
}

const contentOf = (source: FileSource, part: number, about: string) => ({
  title: `${source.title}, part ${part}`,
  form: source.form,
  publisher: null,
  author: source.author,
  language: source.language,
  published: source.published,
  address: source.address,
  archivedAddress: source.archived_address,
  rights: source.rights,
  licence: source.licence,
  note: source.note === null ? about : `${about}\n\n${source.note}`,
});

/** Citations of the rows of a file by its sources. `ids` are those of its parts. */
export function citationsOf(
  dataset: Dataset,
  { field, file, rows }: { field: string; file: string; rows: readonly Row[] },
  ids: readonly string[],
): Citation[] {
  const text = dataset.textOf(file);
  return text.passagesOf(rows).map(({ part, ...place }) => {
    const { stored } = text.parts[part] ?? {};
    const source = ids[part];
    if (!stored || source === undefined)
      throw new RapporteurError('not_found', `Part ${part + 1} of ${file} is no source.`);
    const [passage] = selectPassages(stored.text, [place], stored.sha256);
    if (!passage) throw new RapporteurError('invalid_input', `There is no passage at ${place.start} of ${file}.`);
    return { field, role: 'supports' as const, passage: { source, ...passage } };
  });
}
