import { addressOf, citationOf, nameOf, type About } from './about';
import { licences } from './licences';
import type { ExportFile } from './sink';
import type { Column, Table } from './table';

const profiles = 'https://datapackage.org/profiles/2.0';

/** A file of the export with what it holds. */
export interface Resource extends ExportFile {
  name: string;
  description: string;
  table?: Table;
}

/** The descriptor of the export: Data Package 2.0, with a Table Schema for each table, be it CSV or JSON lines. */
export function dataPackage(about: About, recordHash: string, resources: readonly Resource[]): object {
  const [title, path] = licences[about.licence];
  return {
    $schema: `${profiles}/datapackage.json`,
    name: nameOf(about),
    id: addressOf(about, 'datapackage.json'),
    title: `Rapporteur: the public record, version ${about.version}`,
    description:
      'Every record that is public, with the passages that it rests on. In CSV a cell that a spreadsheet would run has an apostrophe in front: take one leading apostrophe off every cell that has one.',
    homepage: about.site,
    version: String(about.version),
    created: about.recordedAt,
    licenses: [{ name: about.licence, title, path }],
    contributors: [{ title: new URL(about.site).host, path: about.site, roles: ['publisher'] }],
    sources: [
      { title: 'The documents that the record rests on, each with its own licence', path: 'tables/sources.csv' },
    ],
    recordHash: `sha256:${recordHash}`,
    bibliographicCitation: citationOf(about, recordHash),
    resources: resources.map(resource),
  };
}

/** As PostgreSQL writes it. All of it is told, because the profile of tables before 2.0 asks for what 2.0 has by default. */
const dialect = { header: true, delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true };

function resource({ name, path, description, mediaType, bytes, sha256, table }: Resource): object {
  const format = path.slice(path.lastIndexOf('.') + 1);
  return {
    $schema: `${profiles}/dataresource.json`,
    name,
    path,
    ...(table === undefined ? {} : { type: 'table', title: table.title }),
    description,
    format,
    mediatype: mediaType.split(';')[0],
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    ...(table !== undefined && format === 'csv' ? { dialect } : {}),
    ...(table === undefined ? {} : { schema: tableSchema(table) }),
  };
}

function tableSchema({ columns, key }: Table): object {
  const all = Object.entries(columns);
  const foreignKeys = all.flatMap(([name, { of }]) =>
    of === undefined ? [] : [{ fields: [name], reference: { resource: of, fields: ['id'] } }],
  );
  return {
    $schema: `${profiles}/tableschema.json`,
    fields: all.map(([name, column]) => field(name, column)),
    missingValues: [''],
    primaryKey: key,
    // The profile takes no list without a key.
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
  };
}

const field = (name: string, { type, description, required }: Column): object => ({
  name,
  type,
  description,
  ...(required ? { constraints: { required: true } } : {}),
});
