import { licenceAddress } from '@rapporteur/api/public/licence';
import type { ExportView } from '@rapporteur/domain/export-views';
import type { RecordLink, RecordView } from '@rapporteur/domain/views';
import { hrefIn, hrefOf } from '@rapporteur/ui/record-link';
import { siteOrigin } from '../env';

type Thing = Record<string, unknown>;

/** JSON that no HTML parser can leave: `<`, `>`, `&` and the line separators of old scripts are escaped. */
function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

const context = { '@context': 'https://schema.org' };

/** A property that is there only where there is something to say. */
const some = (name: string, value: unknown): Thing => (value === null || value === undefined ? {} : { [name]: value });

/** A date of the record as schema.org takes it: a year, a month or a day; null for what is less certain. */
const dayOf = (date: string | null): string | null =>
  date !== null && /^\d{4}(-\d{2}){0,2}$/.test(date) ? date : null;

const idOf = (record: { kind: RecordView['kind']; slug: string }): string => siteOrigin() + hrefOf(record);

/** What schema.org calls a record. */
export function schemaTypeOf(record: RecordView): string {
  switch (record.kind) {
    case 'actor':
      // Whether an organisation belongs to a state is not on record.
      return { state: 'Country', organisation: 'Organization', body: 'Organization', person: 'Person' }[
        record.content.type
      ];
    case 'article':
      return 'NewsArticle';
    case 'event':
      return 'Event';
    case 'statement':
      return record.content.speech === 'direct' ? 'Quotation' : 'Claim';
    default:
      return 'CreativeWork';
  }
}

/** The sources that a record rests on, each once, with the address where it was published. */
function sourcesOf({ citations }: RecordView): Thing[] {
  const sources = new Map(citations.map(({ passage }) => [passage.source.id, passage]));
  return [...sources.values()].flatMap(({ source, address, published, outlet }) =>
    source.state !== 'live'
      ? []
      : [
          {
            '@type': 'CreativeWork',
            '@id': idOf(source),
            name: source.title,
            ...some('url', address),
            ...some('datePublished', dayOf(published)),
            ...some('publisher', outlet === null ? null : { '@type': 'Organization', name: outlet }),
          },
        ],
  );
}

/** What the record says of itself as a work: its version, what it rests on, and where it was wrong. */
function workOf(record: RecordView): Thing {
  const { action, note, at } = record.change;
  const sources = sourcesOf(record);
  const correction = { '@type': 'CorrectionComment', ...some('text', note), dateCreated: at };
  return {
    version: String(record.revisionNumber),
    dateModified: record.publishedAt,
    ...(record.kind === 'source' ? {} : { license: licenceAddress() }),
    ...some('inLanguage', record.translation?.language),
    ...some('isBasedOn', sources.length === 0 ? null : sources),
    ...some('correction', action === 'correct' ? correction : null),
  };
}

/** Who is named, as a thing without a type: a link does not tell whether it is a state, a body or a person. */
function namedThing(id: string, links: Record<string, RecordLink>): Thing | null {
  const link = links[id];
  return link === undefined || link.title === null ? null : { '@id': idOf(link), name: link.title };
}

/** The record in the words of schema.org, as far as they reach. */
export function structuredData(record: RecordView): Thing {
  const url =
    siteOrigin() + (record.translation === null ? hrefOf(record) : hrefIn(record.translation.language, record));
  const about = { ...context, '@type': schemaTypeOf(record), '@id': idOf(record), url, name: record.title };
  const work = workOf(record);
  // A state or a meeting is no work, and has no version: the page about it is, and has.
  const page = { mainEntityOfPage: { '@type': 'WebPage', '@id': `${url}#page`, url, ...work } };
  switch (record.kind) {
    case 'actor':
      return { ...about, ...page, alternateName: record.content.names.slice(1).map((name) => name.text) };
    case 'article':
      return {
        ...about,
        ...work,
        headline: record.title,
        abstract: record.content.standfirst,
        author: { '@type': 'Person', name: record.content.byline },
      };
    case 'event':
      return {
        ...about,
        ...page,
        ...some('startDate', dayOf(record.content.date)),
        ...some('location', record.content.place),
      };
    case 'statement': {
      const { text, date, speech, speaker } = record.content;
      return {
        ...about,
        ...work,
        text,
        ...some('dateCreated', dayOf(date)),
        ...some(speech === 'direct' ? 'spokenByCharacter' : 'author', namedThing(speaker, record.links)),
      };
    }
    case 'source': {
      const { language, published, address, archivedAddress } = record.content;
      return {
        ...about,
        ...work,
        inLanguage: language,
        ...some('datePublished', dayOf(published)),
        ...some('sameAs', address),
        ...some('archivedAt', archivedAddress),
      };
    }
    default:
      return { ...about, ...work };
  }
}

/** What there is to download of the whole record, as a data set with its files. */
export function datasetOf(
  { version, recordedAt, recordHash, licence, files }: ExportView,
  words: { name: string; description: string },
): Thing {
  const url = `${siteOrigin()}/data`;
  return {
    ...context,
    '@type': 'Dataset',
    '@id': `${url}#${version}`,
    url,
    ...words,
    version: String(version),
    dateModified: recordedAt,
    license: licence.address,
    identifier: `sha256:${recordHash}`,
    isAccessibleForFree: true,
    distribution: files.map(({ path, mediaType, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      name: path,
      contentUrl: `${siteOrigin()}/data/${version}/${path}`,
      encodingFormat: mediaType,
      contentSize: `${bytes} B`,
      sha256,
    })),
  };
}

/** Data in a page, for programs that read it. */
export const DataInPage = ({ data }: { data: Thing }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inlineJson(data) }} />
);

export const StructuredData = ({ record }: { record: RecordView }) => <DataInPage data={structuredData(record)} />;
