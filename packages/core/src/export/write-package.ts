import { Readable } from 'node:stream';
import type { RecordSnapshot } from '@rapporteur/db/record-snapshot';
import { exportBundle, type FindText } from '../bundle/export';
import { citationOf, type About } from './about';
import { copyCsv, copyJsonLines } from './copy-sql';
import { dataPackage, type Resource } from './data-package';
import { licences } from './licences';
import { popolo } from './popolo';
import { publicLines } from './record-hash';
import type { ExportFile, Sink } from './sink';
import { skos } from './skos';
import { tables } from './tables';

const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
  json: 'application/json',
  jsonld: 'application/ld+json',
  md: 'text/markdown; charset=utf-8',
};

/** How far an export has come. */
export interface ExportProgress {
  doing: string;
  done: number;
  of: number;
}

export interface WrittenPackage {
  recordHash: string;
  files: readonly ExportFile[];
}

/**
 * Writes the public record as a Data Package: its lines, of which the fingerprint is the record hash; every table as CSV and
 * as JSON lines; a bundle to import, if `texts` finds the text of every source; what tells of all that. Streams throughout.
 */
export async function writePackage(
  { db, copy }: RecordSnapshot,
  about: About,
  sink: Sink,
  { texts, onProgress = () => undefined }: { texts: FindText | null; onProgress?: (progress: ExportProgress) => void },
): Promise<WrittenPackage> {
  const resources: Resource[] = [];
  const of = 2 * tables.length + 4;
  const add = async (name: string, path: string, content: Readable, told: Pick<Resource, 'description' | 'table'>) => {
    onProgress({ doing: 'writing', done: resources.length, of });
    const type = mediaTypes[path.slice(path.lastIndexOf('.') + 1) as keyof typeof mediaTypes];
    resources.push({ ...(await sink.write(path, type, content)), name, ...told });
  };
  await add('records', 'records.jsonl', Readable.from(publicLines(db)), {
    description:
      'The public record, a line each: records with their contents and citations, translations, withdrawals and merges, in canonical JSON (RFC 8785). The SHA-256 of this file is the record hash.',
  });
  if (texts !== null) {
    await add('bundle', 'bundle.jsonl', Readable.from(exportBundle(db, texts)), {
      description:
        'The same with the texts of sources, to be imported into an installation of Rapporteur. There it gives the same record hash.',
    });
  }
  await add('popolo', 'popolo.json', Readable.from(popolo(db, about)), {
    description: 'Actors and memberships as Popolo: persons, organizations, memberships.',
  });
  await add('issues-skos', 'issues.skos.jsonld', Readable.from(skos(db, about)), {
    description: 'Issues as a concept scheme (SKOS, as JSON-LD), in every language in which they are public.',
  });
  for (const table of tables) {
    const told = { description: table.description, table };
    await add(table.name, `tables/${table.name}.csv`, copy(copyCsv(table)), told);
    await add(`${table.name}-jsonl`, `tables/${table.name}.jsonl`, copy(copyJsonLines(table)), told);
  }
  const recordHash = resources[0]?.sha256 ?? '';
  const inform = (path: string, type: string, text: string) =>
    sink.write(path, type, Readable.from([Buffer.from(text)]));
  const described = JSON.stringify(dataPackage(about, recordHash, resources), null, 1);
  const own = [
    await inform('README.md', mediaTypes.md, readme(about, recordHash)),
    await inform('datapackage.json', mediaTypes.json, `${described}\n`),
  ];
  onProgress({ doing: 'writing', done: of, of });
  return { recordHash, files: [...resources.map(asFile), ...own] };
}

const asFile = ({ path, mediaType, bytes, sha256 }: Resource): ExportFile => ({ path, mediaType, bytes, sha256 });

function readme(about: About, recordHash: string): string {
  const [title, address] = licences[about.licence];
  return `# The public record, version ${about.version}

As it stood on ${about.recordedAt} at ${about.site}.

- \`datapackage.json\` tells of every file: columns and their types, size, SHA-256 (Data Package 2.0).
- \`tables/\` has one table for each kind of record and one for each kind of part, as CSV and as JSON lines.
- \`records.jsonl\` has the records themselves. Its SHA-256 is the record hash: ${recordHash}
- \`bundle.jsonl\`, where it is there, is for \`rapporteur import\`.

In CSV a cell that begins with = + - @, a tab, a carriage return, one of those signs in full width, or an apostrophe, has one
apostrophe more in front, so that no spreadsheet runs it. Take one leading apostrophe off to have the text as it is. A cell
without a sign is null; "" is empty text. JSON lines hold everything as it is.

Dates are EDTF (ISO 8601-2), with the first and last day that they may mean beside them. Instants are UTC.

Licence: ${title}, ${address}. The texts of sources keep their own, which the table of sources tells.

How to cite: ${citationOf(about, recordHash)}
`;
}
