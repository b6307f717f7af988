import type { SourceTextView } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { Glyph, type GlyphName } from './glyph';
import { lead, tail } from './notes';
import { hidden } from './hidden';
import { RecordLink } from './record-link';
import { spokenLanguage } from './speech';
import { text } from './text';
import { segmentText, type Paragraph, type Segment } from './source-segments';
import { fieldName, inSentence, kindName, word } from './words';

type Passage = SourceTextView['passages'][number];

const glyphs: Record<Passage['state'], GlyphName | null> = {
  verified: null,
  moved: 't-moved',
  changed: 't-changed',
  gone: 't-gone',
  uncompared: 's-norecord',
};

/** A passage number that leads between a passage and the note beside it. */
function Mark({ number, passage, href }: { number: number; passage: Passage; href: string }) {
  const glyph = glyphs[passage.state];
  return (
    <a
      className={`ev ev--${passage.state}`}
      href={href}
      aria-label={text('evidence')('source.mark', { number: String(number), state: word(passage.state) })}
      lang={spokenLanguage()}
    >
      {number}
      {glyph === null ? null : <Glyph name={glyph} className="ev-glyph" />}
    </a>
  );
}

interface Words {
  segments: readonly Segment[];
  passages: readonly Passage[];
  numbered: number;
  /** The passages whose marks these words stand in already. */
  inside: readonly number[];
}

/**
 * Words with a mark around each passage, the longer around the shorter, so that a passage that is led to is lit as a whole.
 * Only where two passages cross is the second in two marks, of which the first has its address.
 */
function MarkedWords({ segments, passages, numbered, inside }: Words) {
  const parts: ReactNode[] = [];
  for (let from = 0; from < segments.length;) {
    const run = longestRun(segments, from, inside);
    if (run === null) {
      parts.push(segments[from]?.text);
      from += 1;
      continue;
    }
    const part = segments.slice(from, run.to);
    const opens = part[0]?.opening.includes(run.at) === true;
    parts.push(
      <mark key={`${from} ${run.at}`} className="passage" {...(opens ? { id: `p-${passages[run.at]?.id}` } : {})}>
        <MarkedWords segments={part} passages={passages} numbered={numbered} inside={[...inside, run.at]} />
        <Numbers of={part.at(-1)?.closing ?? []} numbered={numbered} inside={inside} />
      </mark>,
    );
    from = run.to;
  }
  return parts;
}

/** The numbers of the passages that end here, in order: behind the outermost of their marks. */
function Numbers({ of, numbered, inside }: { of: readonly number[] } & Pick<Words, 'numbered' | 'inside'>) {
  if (of.some((at) => inside.includes(at))) return null;
  return of.map((at) => (
    <sup key={at} aria-hidden="true">
      {numbered + at + 1}
    </sup>
  ));
}

/** The passage that covers the most segments from here on without a gap, and where it stops. */
function longestRun(segments: readonly Segment[], from: number, inside: readonly number[]) {
  let longest: { at: number; to: number } | null = null;
  for (const at of segments[from]?.covering ?? []) {
    if (inside.includes(at)) continue;
    const gap = segments.findIndex((segment, index) => index > from && !segment.covering.includes(at));
    const to = gap < 0 ? segments.length : gap;
    if (longest === null || to > longest.to) longest = { at, to };
  }
  return longest;
}

/** The records that rest on a passage, once each, with the fields in which they do. */
function restingRecords({ restingOn }: Passage) {
  const byId = new Map<string, { record: Passage['restingOn'][number]['record']; fields: string[] }>();
  for (const { record, field } of restingOn) {
    const entry = byId.get(record.id) ?? { record, fields: [] };
    entry.fields.push(inSentence(fieldName(field)));
    byId.set(record.id, entry);
  }
  return [...byId.values()];
}

// A note that is longer than its paragraph would push the text apart.
const shown = 1;

function RestingList({ records }: { records: ReturnType<typeof restingRecords> }) {
  return (
    <ul>
      {records.map(({ record, fields }) => (
        <li key={record.id}>
          <RecordLink record={record} />
          <small>
            {kindName(record.kind)}: {fields.join('; ')}
          </small>
        </li>
      ))}
    </ul>
  );
}

function MarginNote({ number, passage, source }: { number: number; passage: Passage; source: string }) {
  const records = restingRecords(passage);
  const more = passage.uses.count > passage.restingOn.length;
  const t = text('evidence');
  return (
    <div className="margin-note" id={`n-${passage.id}`} lang={spokenLanguage()}>
      <Mark number={number} passage={passage} href={`#p-${passage.id}`} />
      <div>
        {passage.restingOn.length === 0 ? <span className="hint">{t('source.nothing')}</span> : null}
        <RestingList records={records.slice(0, shown)} />
        {records.length <= shown ? null : (
          <details>
            <summary>
              {more
                ? t.rich('source.more', { number: String(number), hidden })
                : t.rich('source.others', { count: records.length - shown, number: String(number), hidden })}
            </summary>
            <RestingList records={records.slice(shown)} />
          </details>
        )}
        {more ? (
          <a href={`${source}/passages/${passage.id}`}>
            {t('source.places', { count: passage.uses.count, more: String(passage.uses.atLeast) })}
          </a>
        ) : null}
      </div>
    </div>
  );
}

function Row({
  paragraph,
  passages,
  numbered,
  anchor,
  source,
}: {
  paragraph: Paragraph;
  passages: readonly Passage[];
  /** How many passages are before these. */
  numbered: number;
  anchor: string;
  source: string;
}) {
  const opening = [...new Set(paragraph.segments.flatMap((segment) => segment.opening))];
  const id = `${anchor}${paragraph.number}`;
  return (
    <div className="reading-row" id={id}>
      <a
        className="para"
        href={`#${id}`}
        aria-label={text('evidence')('source.paragraph', { number: String(paragraph.number) })}
        lang={spokenLanguage()}
      >
        {paragraph.number}
      </a>
      <p>
        <MarkedWords segments={paragraph.segments} passages={passages} numbered={numbered} inside={[]} />
      </p>
      {opening.length === 0 ? null : (
        <div className="margin-notes">
          {opening.map((at) => {
            const passage = passages[at];
            return passage === undefined ? null : (
              <MarginNote key={passage.id} number={numbered + at + 1} passage={passage} source={source} />
            );
          })}
        </div>
      )}
    </div>
  );
}

/** Passages in reading order; their index is their number in the margin. */
const inOrder = (passages: readonly Passage[]) =>
  passages.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));

/**
 * One stored text with every passage in use and what rests on it. Where the rights allow passages only, each passage is
 * shown with the words around it. `id="p-<passage id>"` is the address of a passage.
 */
export function SourceText({
  version,
  language,
  source,
}: {
  version: SourceTextView;
  /** Where one part of the text is read, the numbers of its passages and paragraphs go on from the parts before it. */
  language: string;
  /** The address of the source. */
  source: string;
}) {
  const passages = inOrder(version.passages);
  const { before } = version;
  const anchor = `v${version.version}-`;
  const placed = passages.map(({ start, end }) => ({ start: start - before.length, end: end - before.length }));
  const t = text('evidence');
  return (
    <div className="reading">
      <p className="reading-row reading-key">
        <span />
        <span className="hint">
          {version.passagesInUse === 0
            ? t('source.noneInUse')
            : version.parts > 1
              ? t('source.inPart', { count: version.passagesInUse, marked: passages.length })
              : version.passagesInUse > passages.length
                ? t('source.firstMarked', { count: version.passagesInUse, marked: passages.length })
                : t('source.inUse', { count: passages.length })}
          {version.text === null ? ` ${t('source.rights')}` : ''}
        </span>
        {passages.length === 0 ? null : <span className="label">{t('source.what')}</span>}
      </p>
      <div lang={language}>
        {version.text === null
          ? passages.map((passage, at) => (
              <Excerpt key={passage.id} passage={passage} number={before.passages + at + 1} source={source} />
            ))
          : segmentText(version.text, placed, before.paragraphs).map((paragraph) => (
              <Row
                key={paragraph.number}
                paragraph={paragraph}
                passages={passages}
                numbered={before.passages}
                anchor={anchor}
                source={source}
              />
            ))}
      </div>
    </div>
  );
}

function Excerpt({ passage, number, source }: { passage: Passage; number: number; source: string }) {
  return (
    <div className="reading-row">
      <span className="para" aria-hidden="true">
        {number}
      </span>
      <p className="passage-rows">
        <span className="hint-words">{lead(passage.before)}</span>
        <mark className="passage" id={`p-${passage.id}`}>
          {passage.exact}
        </mark>
        <span className="hint-words">{tail(passage.after)}</span>
      </p>
      <div className="margin-notes">
        <MarginNote number={number} passage={passage} source={source} />
      </div>
    </div>
  );
}
