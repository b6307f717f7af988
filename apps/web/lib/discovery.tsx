import { licenceAddress } from '@rapporteur/api/public/licence';
import { segmentOf } from '@rapporteur/domain/kinds';
import { formatPermalink } from '@rapporteur/domain/permalink';
import type { RecordView } from '@rapporteur/domain/views';
import { hrefOf } from '@rapporteur/ui/record-link';
import { citationFormats, citedAs } from './citation';
import { provenanceFile } from './provenance';
import { schemaTypeOf } from './structured-data';

/**
 * What a record's page says of itself to programs: to reference managers (Highwire and Dublin Core), and by links to those
 * that follow signposts (FAIR Signposting) and versions (RFC 5829). The server in front repeats the links in its answer.
 */
export function Discovery({ record }: { record: RecordView }) {
  const item = citedAs(record);
  const day = record.publishedAt.slice(0, 10);
  return (
    <>
      <meta name="citation_title" content={item.title} />
      {item.author?.map(({ literal }) => (
        <meta key={literal} name="citation_author" content={literal} />
      ))}
      <meta name="citation_publication_date" content={day.replaceAll('-', '/')} />
      <meta name="citation_publisher" content={item.publisher} />
      <meta name="citation_language" content={item.language} />
      <meta name="citation_public_url" content={item.URL} />
      <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/" />
      <meta name="DC.title" content={item.title} />
      {item.author?.map(({ literal }) => (
        <meta key={literal} name="DC.creator" content={literal} />
      ))}
      <meta name="DC.publisher" content={item.publisher} />
      <meta name="DC.date" content={day} />
      <meta name="DC.language" content={item.language} />
      <meta name="DC.identifier" content={item.URL} />
      <meta name="DC.type" content="Text" />
      <Signposts record={record} permalink={item.URL} />
      <Versions record={record} />
    </>
  );
}

function Signposts({ record, permalink }: { record: RecordView; permalink: string }) {
  const speaker = record.kind === 'statement' ? record.links[record.content.speaker] : undefined;
  // A document keeps the licence of its own.
  const licence = record.kind === 'source' ? null : licenceAddress();
  const below = formatPermalink(record.id, record.revisionNumber);
  return (
    <>
      <link rel="cite-as" href={permalink} />
      {licence === null ? null : <link rel="license" href={licence} />}
      <link rel="type" href="https://schema.org/AboutPage" />
      <link rel="type" href={`https://schema.org/${schemaTypeOf(record)}`} />
      {speaker?.state === 'live' ? <link rel="author" href={hrefOf(speaker)} /> : null}
      {Object.entries(citationFormats).map(([file, { mediaType }]) =>
        mediaType === 'text/plain' ? null : (
          <link key={file} rel="describedby" type={mediaType} href={`${below}/${file}`} />
        ),
      )}
      <link rel="describedby" type="application/ld+json" href={`${below}/${provenanceFile}`} />
      <link rel="item" type="application/json" href={`/api/v1/${segmentOf(record.kind)}/${record.id}`} />
    </>
  );
}

function Versions({ record }: { record: RecordView }) {
  return (
    <>
      <link rel="version-history" href={`${hrefOf(record)}/history`} />
      <link rel="latest-version" href={hrefOf(record)} />
    </>
  );
}
