import { labelOf, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import type { Language } from '@rapporteur/domain/translation/languages';
import type { RecordLink as Link } from '@rapporteur/domain/views';
import { Glyph, type GlyphName } from './glyph';
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
export const titleOf = (record: Link): string => record.title ?? `Withdrawn ${labelOf(record.kind).toLowerCase()}`;

/** A record where it is only named. The address of a withdrawn one still stands, so it stays a link. */
export function RecordLink({ record, children }: { record: Link; children?: string }) {
  const { language } = record;
  if (language === undefined) return <a href={hrefOf(record)}>{children ?? titleOf(record)}</a>;
  return (
    <a href={hrefIn(language, record)} hrefLang={language} lang={language}>
      {children ?? titleOf(record)}
    </a>
  );
}

/** The record that a content names by id. A reference that no view carries is shown as what it is: not public. */
export function Named({ id, links, children }: { id: string; links: Record<string, Link>; children?: string }) {
  const record = links[id];
  return record === undefined ? (
    <span className="hint">A record that is not public</span>
  ) : (
    <RecordLink record={record} {...(children === undefined ? {} : { children })} />
  );
}

export const nameOf = (id: string, links: Record<string, Link>): string => {
  const record = links[id];
  return record === undefined ? 'A record that is not public' : titleOf(record);
};

export function KindTag({ kind, children }: { kind: Kind; children?: ReactNode }) {
  return (
    <span className="kind">
      <Glyph name={glyphs[kind]} className="i" />
      {children ?? labelOf(kind)}
    </span>
  );
}
