import { licenceAddress } from '@rapporteur/api/public/licence';
import type { RecordView } from '@rapporteur/domain/views';
import { hrefIn, hrefOf, nameOf } from '@rapporteur/ui/record-link';
import { siteOrigin } from '../env';

type Thing = Record<string, unknown>;

/** JSON that no HTML parser can leave: `<`, `>`, `&` and the line separators of old scripts are escaped. */
function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

const day = (date: string | null): Thing => (date !== null && /^\d{4}(-\d{2}){0,2}$/.test(date) ? { date } : {});

/** What schema.org calls a record. */
export function schemaTypeOf(record: RecordView): string {
  switch (record.kind) {
    case 'actor':
      return { state: 'Country', organisation: 'Organization', body: 'Organization', person: 'Person' }[
        record.content.type
      ];
    case 'article':
      return 'Article';
    case 'event':
      return 'Event';
    case 'statement':
      return record.content.speech === 'direct' ? 'Quotation' : 'Claim';
    default:
      return 'CreativeWork';
  }
}

/** The record in the words of schema.org, as far as they reach. */
function structuredData(record: RecordView): Thing {
  const about = {
    '@context': 'https://schema.org',
    '@type': schemaTypeOf(record),
    '@id': siteOrigin() + hrefOf(record),
    url: siteOrigin() + (record.translation === null ? hrefOf(record) : hrefIn(record.translation.language, record)),
    name: record.title,
    version: String(record.revisionNumber),
    dateModified: record.publishedAt,
    ...(record.kind === 'source' ? {} : { license: licenceAddress() }),
    ...(record.translation === null ? {} : { inLanguage: record.translation.language }),
  };
  switch (record.kind) {
    case 'actor':
      return { ...about, alternateName: record.content.names.slice(1).map((name) => name.text) };
    case 'article':
      return {
        ...about,
        headline: record.title,
        abstract: record.content.standfirst,
        author: { '@type': 'Person', name: record.content.byline },
      };
    case 'event': {
      const { date } = day(record.content.date);
      return {
        ...about,
        ...(date === undefined ? {} : { startDate: date }),
        ...(record.content.place === null ? {} : { location: record.content.place }),
      };
    }
    case 'statement':
      return {
        ...about,
        text: record.content.text,
        author: nameOf(record.content.speaker, record.links),
      };
    case 'source': {
      const { date } = day(record.content.published);
      return {
        ...about,
        inLanguage: record.content.language,
        ...(date === undefined ? {} : { datePublished: date }),
      };
    }
    default:
      return about;
  }
}

export function StructuredData({ record }: { record: RecordView }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inlineJson(structuredData(record)) }} />;
}
