import type { CitationView, PassageView } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { dayOf } from './dates';
import { dateInWords } from './dates-in-words';
import { Glyph, type GlyphName } from './glyph';
import { titleOf } from './record-link';
import { spokenLanguage } from './speech';
import { text } from './text';
import { word } from './words';

const stateGlyphs: Record<PassageView['state'], GlyphName | null> = {
  verified: null,
  moved: 't-moved',
  changed: 't-changed',
  gone: 't-gone',
  uncompared: 's-norecord',
};

const inside = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}/`);

function firstPerNote(citations: readonly CitationView[]): CitationView[] {
  const byNote = new Map<number, CitationView>();
  for (const citation of citations) if (!byNote.has(citation.note)) byNote.set(citation.note, citation);
  return [...byNote.values()].toSorted((a, b) => a.note - b.note);
}

/** The marks of a field: citations at it, inside it, or at the whole it is part of. One per passage, in note order. */
export const marksFor = (citations: readonly CitationView[], field: string): CitationView[] =>
  firstPerNote(citations.filter((citation) => inside(citation.field, field) || inside(field, citation.field)));

/** The marks of a part whose whole is marked elsewhere: citations at one of the fields or inside it only. */
export const marksWithin = (citations: readonly CitationView[], ...fields: readonly string[]): CitationView[] =>
  firstPerNote(citations.filter((citation) => fields.some((field) => inside(citation.field, field))));

/** The marks of a whole, such as a list, whose parts have theirs. */
export const marksOn = (citations: readonly CitationView[], field: string): CitationView[] =>
  firstPerNote(citations.filter((citation) => citation.field === field));

/** The marks of notes known by number, as summaries of other records carry them. */
export const marksOfNotes = (citations: readonly CitationView[], notes: readonly number[]): CitationView[] =>
  firstPerNote(citations.filter((citation) => notes.includes(citation.note)));

const outletOf = (passage: PassageView): string => passage.outlet ?? titleOf(passage.source);
export const passageDate = (passage: PassageView): string =>
  passage.published === null
    ? text('evidence')('archived', { date: dayOf(passage.fetched, 'short') })
    : dateInWords(passage.published, 'short');

/** The number of a note on the line of its passage. Without scripts it leads to the note at the end of the page. */
export function EvidenceMark({ citation }: { citation: CitationView }) {
  const { note, passage, role } = citation;
  const glyph = stateGlyphs[passage.state];
  const label = text('evidence')('mark', {
    note: String(note),
    state: word(passage.state),
    outlet: outletOf(passage),
    date: passageDate(passage),
    role,
  });
  return (
    // It may stand within words of another language; what it is called does not.
    <a
      className={`ev ev--${passage.state}`}
      href={`#note-${note}`}
      aria-label={label.replace(/\.$/, '')}
      lang={spokenLanguage()}
    >
      {note}
      {glyph === null ? null : <Glyph name={glyph} className="ev-glyph" />}
    </a>
  );
}

export function Marks({ of }: { of: readonly CitationView[] }) {
  return of.map((citation) => <EvidenceMark key={citation.note} citation={citation} />);
}

/** Marks behind words that are not at hand as text. The word joiner keeps them from wrapping away on their own. */
export function TrailingMarks({ of }: { of: readonly CitationView[] }) {
  if (of.length === 0) return null;
  return (
    <span className="nb">
      {'\u2060'}
      <Marks of={of} />
    </span>
  );
}

/** Words with their marks. A mark never wraps away from the word before it. */
export function Marked({ text, marks }: { text: string; marks: readonly CitationView[] }) {
  if (marks.length === 0) return text;
  const cut = /\S+\s*$/.exec(text)?.index ?? 0;
  return (
    <>
      {text.slice(0, cut)}
      <span className="nb">
        {text.slice(cut).trimEnd()}
        <Marks of={marks} />
      </span>
    </>
  );
}

/** Something other than text, kept on one line with its marks. */
export function KeptWithMarks({ children, marks }: { children: ReactNode; marks: readonly CitationView[] }) {
  return (
    <span className="nb">
      {children}
      <Marks of={marks} />
    </span>
  );
}

/** Nothing found, and how many sources were read to the end: what makes an absence a finding. */
export function AbsenceMark({ sources, href }: { sources: number; href: string }) {
  const label = text('evidence')('absent', { count: sources });
  return (
    <a className="ev ev--absent" href={href} aria-label={label} title={label}>
      <Glyph name="t-absent" className="ev-glyph" />
      {sources}
    </a>
  );
}
