import { addressOf, citationOf, exportsPage, type About } from './about';
import { licences } from './licences';
import type { ExportFile } from './sink';

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const typed = (type: string, value: string) => ({ '@type': `xsd:${type}`, '@value': value });
const english = (value: string) => ({ '@language': 'en', '@value': value });

/** The entry of a catalogue (DCAT 3, as JSON-LD) for an export and each of its files. */
export function dcat(about: About, recordHash: string, files: readonly ExportFile[]): object {
  const [title, address] = licences[about.licence];
  const licence = { '@id': address, 'dcterms:title': english(title) };
  return {
    '@context': context,
    '@id': addressOf(about, 'datapackage.json'),
    '@type': 'dcat:Dataset',
    'dcterms:title': english(`Rapporteur: the public record, version ${about.version}`),
    'dcterms:description': english(
      'Statements, positions, programmes, votes and commitments, each with the exact passages of the sources that it rests on.',
    ),
    'dcterms:identifier': `sha256:${recordHash}`,
    'dcterms:issued': typed('dateTime', about.recordedAt),
    'dcterms:license': licence,
    'dcterms:publisher': { '@id': about.site, '@type': 'foaf:Agent', 'foaf:name': new URL(about.site).host },
    'dcterms:bibliographicCitation': citationOf(about, recordHash),
    'dcat:version': String(about.version),
    'dcat:landingPage': { '@id': `${about.site}${exportsPage}` },
    'dcat:distribution': files.map((file) => distribution(about, address, file)),
  };
}

const distribution = (about: About, licence: string, { path, mediaType, bytes, sha256 }: ExportFile): object => ({
  '@id': addressOf(about, path),
  '@type': 'dcat:Distribution',
  'dcterms:title': english(path),
  'dcterms:license': { '@id': licence },
  'dcat:accessURL': { '@id': `${about.site}${exportsPage}` },
  'dcat:downloadURL': { '@id': addressOf(about, path) },
  'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType.split(';')[0]}` },
  'dcat:byteSize': typed('nonNegativeInteger', String(bytes)),
  'spdx:checksum': {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
    'spdx:checksumValue': typed('hexBinary', sha256),
  },
});
