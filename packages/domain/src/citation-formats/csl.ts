import type { Kind } from '../kinds';
import { formatPermalink } from '../permalink';
import type { RecordView } from '../views';

/** A revision that is cited: what it is, and when the record said it. */
export interface Cited {
  id: string;
  kind: Kind;
  title: string;
  revisionNumber: number;
  /** The instant of its publication, ISO 8601 in UTC. */
  publishedAt: string;
  /** Who signs it, of articles. */
  byline: string | null;
  /** The language of its title. */
  language: string;
}

/** A bibliographic item of the Citation Style Language, as far as a revision of the record has one (CSL-JSON 1.0). */
export interface CslItem {
  id: string;
  type: 'webpage' | 'article-newspaper';
  title: string;
  'container-title': string;
  publisher: string;
  author?: { literal: string }[];
  issued: { 'date-parts': [[number, number, number]] };
  version: string;
  language: string;
  URL: string;
  note: string;
}

/** The name by which the record is cited as a whole. */
const record = 'Rapporteur';

/**
 * A revision as a bibliographic item: by its permanent address below `origin`, with the record time at which it was
 * published, to the second. What others said stays theirs: a statement is cited as a page of the record that documents it.
 */
export function toCsl(
  { id, kind, title, revisionNumber, publishedAt, byline, language }: Cited,
  origin: string,
): CslItem {
  const [year = 0, month = 1, day = 1] = publishedAt.slice(0, 10).split('-').map(Number);
  return {
    id: `${id}@${revisionNumber}`,
    type: kind === 'article' ? 'article-newspaper' : 'webpage',
    title,
    'container-title': record,
    publisher: record,
    ...(byline === null ? {} : { author: [{ literal: byline }] }),
    issued: { 'date-parts': [[year, month, day]] },
    version: String(revisionNumber),
    language,
    URL: `${origin}${formatPermalink(id, revisionNumber)}`,
    note: `Version ${revisionNumber}, recorded ${publishedAt.slice(0, 19)}Z`,
  };
}

/** The revision that a view shows, as it is cited. Of a translation it is the original: that is what its permalink shows. */
export function recordToCsl(record: RecordView, origin: string): CslItem {
  const { id, kind, title, revisionNumber, publishedAt } = record;
  const byline = record.kind === 'article' ? record.content.byline : null;
  const language = record.kind === 'source' ? record.content.language : (record.translation?.language ?? 'en');
  return toCsl({ id, kind, title, revisionNumber, publishedAt, byline, language }, origin);
}

/** An answer that is cited: a question in words, and the state of the record that answered it. */
export interface CitedAnswer {
  /** The permanent id of the answer, and the address below which it opens. */
  id: string;
  address: string;
  title: string;
  version: number;
  /** The instant of that version, ISO 8601 in UTC. */
  recordedAt: string;
  count: number;
  sha256: string;
  /** The language of its title. */
  language: string;
}

/** The answer to a question as a bibliographic item: by its permanent address, with the record's version and its fingerprint. */
export function answerToCsl(cited: CitedAnswer, origin: string): CslItem {
  const { id, address, title, version, recordedAt, count, sha256, language } = cited;
  const [year = 0, month = 1, day = 1] = recordedAt.slice(0, 10).split('-').map(Number);
  return {
    id: `answer-${id.split('-').slice(0, 2).join('-')}`,
    type: 'webpage',
    title,
    'container-title': record,
    publisher: record,
    issued: { 'date-parts': [[year, month, day]] },
    version: String(version),
    language,
    URL: `${origin}${address}`,
    note: `Version ${version} of the record, recorded ${recordedAt.slice(0, 19)}Z; ${count} ${count === 1 ? 'record' : 'records'}; SHA-256 of the answer ${sha256}`,
  };
}
