import { formatPermalink } from '@rapporteur/domain/permalink';
import type { PublicationView, RecordView } from '@rapporteur/domain/views';
import { hrefOf } from '@rapporteur/ui/record-link';

/** The last part of its address, below the permalink of a version. */
export const provenanceFile = 'prov.jsonld';

type Node = Readonly<Record<string, unknown>>;

const context = {
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const instant = (value: string) => ({ '@type': 'xsd:dateTime', '@value': value });

/** What of a publication makes a version of the record itself. */
const versions = ['publish', 'correct', 'update', 'edit'];

/**
 * How a record came to be what a version of it is (PROV-O, as JSON-LD): every version up to that one, what it was made from, the
 * publication that made it, and the sources that this version rests on. Who wrote it the record does not tell.
 */
export function provenance(record: RecordView, publications: readonly PublicationView[], site: string): Node {
  const address = (path: string): string => site + path;
  const permalink = (revision: number) => address(formatPermalink(record.id, revision));
  const made = publications
    .filter(
      ({ action, revisionNumber }) =>
        versions.includes(action) && (revisionNumber ?? Infinity) <= record.revisionNumber,
    )
    .toSorted((a, b) => a.sequence - b.sequence);
  const sources = new Map(record.citations.map(({ passage }) => [passage.source.id, address(hrefOf(passage.source))]));
  return {
    '@context': context,
    '@graph': [
      { '@id': address('/'), '@type': ['prov:Agent', 'prov:Organization'], 'rdfs:label': new URL(site).host },
      {
        '@id': address(hrefOf(record)),
        '@type': 'prov:Entity',
        'dcterms:identifier': record.id,
        'rdfs:label': record.title,
      },
      ...made.flatMap(({ sequence, revisionNumber, action, note, recordedAt, contentHash, hash }, index): Node[] => {
        const revision = revisionNumber ?? 1;
        const before = made[index - 1]?.revisionNumber ?? null;
        const activity = address(`/changes#${sequence}`);
        return [
          {
            '@id': activity,
            '@type': 'prov:Activity',
            'dcterms:type': action,
            'dcterms:identifier': `sha256:${hash}`,
            ...(note === null ? {} : { 'rdfs:comment': note }),
            'prov:endedAtTime': instant(recordedAt),
            'prov:wasAssociatedWith': { '@id': address('/') },
          },
          {
            '@id': permalink(revision),
            '@type': 'prov:Entity',
            'prov:specializationOf': { '@id': address(hrefOf(record)) },
            'prov:wasGeneratedBy': { '@id': activity },
            'prov:generatedAtTime': instant(recordedAt),
            'prov:wasAttributedTo': { '@id': address('/') },
            'dcterms:identifier': `sha256:${contentHash}`,
            // Numbers have gaps: a revision that was given up was never public.
            ...(before === null ? {} : { 'prov:wasRevisionOf': { '@id': permalink(before) } }),
            ...(revision === record.revisionNumber
              ? { 'prov:hadPrimarySource': [...sources.values()].map((source) => ({ '@id': source })) }
              : {}),
          },
        ];
      }),
    ],
  };
}
