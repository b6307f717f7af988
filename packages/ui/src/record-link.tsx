import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { original, type Language } from '@rapporteur/domain/translation/languages';
import type { RecordLink as Link } from '@rapporteur/domain/views';
import { Glyph, type GlyphName } from './glyph';
import { spokenLanguage } from './speech';
import { text } from './text';
import { kindName, notPublic } from './words';
import type { ReactNode } from 'react';

const glyphs = {
  source: 'i-source',
  actor: 'i-actor',
  event: 'i-event',
  programme: 'i-programme',
  issue: 'i-issue',
  statement: 'i-statement',
  position: 'i-position',
  commitment: 'i-commitment',
  article: 'i-article',
} as const satisfies Record<Kind, GlyphName>;

export const hrefOf = (record: { kind: Kind; slug: string }): string =>
  `/${segmentOf(record.kind)}/${encodeURIComponent(record.slug)}`;

/** Where a record is read in another language. */
export const hrefIn = (language: Language, record: { kind: Kind; slug: string }): string =>
  `/${language}${hrefOf(record)}`;

/** What a record is called where it is only named. */
export const titleOf = (record: Link): string => record.title ?? text('records')(`withdrawnKind.${record.kind}`);

/** The language of a text of the record, where it is not that of the page. */
export const foreign = (language: string): { lang?: string } =>
  language === spokenLanguage() ? {} : { lang: language };

/** The language of the words of a passage, where it is on record and not that of the page. */
export const passageLanguage = ({ language }: { language: string | null }): { lang?: string } =>
  language === null ? {} : foreign(language);

/** The language of a record's name, where it is not that of the page. */
export const nameLanguage = (record: Link): { lang?: string } =>
  record.title === null ? {} : foreign(record.language ?? original);

/** A record where it is only named. The address of a withdrawn one still stands, so it stays a link. */
export function RecordLink({ record, children }: { record: Link; children?: string }) {
  if (children !== undefined) return <a href={hrefOf(record)}>{children}</a>;
  return (
    <a href={hrefOf(record)} {...nameLanguage(record)}>
      {titleOf(record)}
    </a>
  );
}

/** The record that a content names by id. A reference that no view carries is shown as what it is: not public. */
export function Named({ id, links, children }: { id: string; links: Record<string, Link>; children?: string }) {
  const record = links[id];
  return record === undefined ? (
    <span className="hint">{notPublic()}</span>
  ) : (
    <RecordLink record={record} {...(children === undefined ? {} : { children })} />
  );
}

export const nameOf = (id: string, links: Record<string, Link>): string => {
  const record = links[id];
  return record === undefined ? notPublic() : titleOf(record);
};

export function KindTag({ kind, children }: { kind: Kind; children?: ReactNode }) {
  return (
    <span className="kind">
      <Glyph name={glyphs[kind]} className="i" />
      {children ?? kindName(kind)}
    </span>
  );
}
