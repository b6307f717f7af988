import type { CitationView, PassageView } from '@rapporteur/domain/views';
import { textFragment } from '@rapporteur/domain/text-fragment';
import { instantOf } from './dates';
import { marksOfNotes, passageDate } from './evidence-mark';
import { Glyph, type GlyphName } from './glyph';
import { hrefOf, titleOf } from './record-link';
import { RobustLink } from './robust-link';
import { word } from './words';

const glyphs: Record<PassageView['state'], GlyphName> = {
  verified: 'i-check',
  moved: 't-moved',
  changed: 't-changed',
  gone: 't-gone',
};

export const passageHref = (passage: PassageView): string => `${hrefOf(passage.source)}#p-${passage.id}`;

export function PassageState({ state }: { state: PassageView['state'] }) {
  return (
    <span className={`note-state note-state--${state}`}>
      <Glyph name={glyphs[state]} className="i" />
      {word(state)}
    </span>
  );
}

/**
 * Every passage of the page, numbered as its marks are, each leading to its place in the source; and the same passages as
 * cards, which a script opens beside their marks.
 */
export function Notes({ citations }: { citations: readonly CitationView[] }) {
  const numbers = citations.map((citation) => citation.note);
  const notes = marksOfNotes(citations, numbers);
  if (notes.length === 0) return null;
  return (
    <section className="section" aria-labelledby="evidence">
      <div className="section-head section-rule">
        <h2 id="evidence">Passages this page rests on</h2>
        <span className="aside hint">Each is kept as an archived copy</span>
      </div>
      <ol className="notes">
        {notes.map(({ note, passage }) => (
          <li key={note} id={`note-${note}`} value={note}>
            <span className="note-number" aria-hidden="true">
              {note}
            </span>
            <p className="note-passage">
              <q>{passage.exact}</q>
            </p>
            <p className="note-source">
              {passage.outlet === null ? '' : `${passage.outlet}, `}
              {passageDate(passage)}, <cite>{titleOf(passage.source)}</cite>; version {passage.version} of{' '}
              {passage.versions}, archived {instantOf(passage.fetched, 'short')}.
            </p>
            <p className="note-ways">
              <PassageState state={passage.state} />
              <a href={passageHref(passage)}>
                Read it in the source<span className="vh">, note {note}</span>
              </a>
              <AtOriginal passage={passage} note={note} />
            </p>
          </li>
        ))}
      </ol>
      {notes.map(({ note, passage }) => (
        <PassageCard key={note} passage={passage} note={note} />
      ))}
    </section>
  );
}

/** One passage at full size, inside the words around it; with the number of its note it is hidden until its mark opens it. */
export function PassageCard({ passage, note }: { passage: PassageView; note?: number }) {
  const popover =
    note === undefined
      ? ({ role: 'complementary', 'aria-label': 'The passage' } as const)
      : ({
          role: 'dialog',
          'aria-label': `Evidence ${note}`,
          id: `card-${note}`,
          popover: 'auto',
          tabIndex: -1,
        } as const);
  return (
    <div className="evidence-card" {...popover}>
      <p className={`evidence-card-state evidence-card-state--${passage.state}`}>
        <Glyph name={glyphs[passage.state]} className="i" />
        <strong>{word(passage.state)}</strong> <span>checked {instantOf(passage.checked, 'short')}</span>
      </p>
      <blockquote className="evidence-card-passage">
        {lead(passage.before)}
        <mark className="passage">{passage.exact}</mark>
        {tail(passage.after)}
      </blockquote>
      <dl className="evidence-card-facts">
        <div>
          <dt>Source</dt>
          <dd>
            <a href={hrefOf(passage.source)}>{titleOf(passage.source)}</a>
          </dd>
        </div>
        <div>
          <dt>Outlet</dt>
          <dd>
            {passage.outlet ?? 'Outlet not named'}, {passageDate(passage)}
          </dd>
        </div>
        <div>
          <dt>Reporter</dt>
          <dd>{passage.reporter ?? 'Reporter not named'}</dd>
        </div>
        <div>
          <dt>Copy</dt>
          <dd>
            version {passage.version} of {passage.versions}, archived {instantOf(passage.fetched, 'short')}
          </dd>
        </div>
      </dl>
      <p className="evidence-card-foot">
        <a href={passageHref(passage)}>Read it in the source</a>
        <AtOriginal passage={passage} />
        <code title="SHA-256 of the archived text">
          {passage.sha256.slice(0, 4)} {passage.sha256.slice(4, 8)} … {passage.sha256.slice(-4)}
        </code>
      </p>
    </div>
  );
}

/** The passage on the page it was taken from: a browser scrolls to its words, where that page still has them. */
function AtOriginal({ passage, note }: { passage: PassageView; note?: number }) {
  const { address, exact, fetched } = passage;
  if (address === null) return null;
  const fragment = address.includes('#') ? '' : textFragment(exact);
  return (
    <RobustLink href={`${address}${fragment}`} original={address} copy={passageHref(passage)} date={fetched}>
      At the original<span className="vh">{note === undefined ? '' : `, note ${note}`}</span>
    </RobustLink>
  );
}

/** The last words before a passage, cut at a word. */
export const lead = (before: string): string =>
  before.length > 160 ? `… ${before.slice(-160).replace(/^\S*\s/, '')}` : before;
export const tail = (after: string): string =>
  after.length > 160 ? `${after.slice(0, 160).replace(/\s\S*$/, '')} …` : after;
