import type { CitationView, PassageView } from '@rapporteur/domain/views';
import { textFragment } from '@rapporteur/domain/text-fragment';
import { instantOf } from './dates';
import { marksOfNotes, passageDate } from './evidence-mark';
import { Glyph, type GlyphName } from './glyph';
import { hidden } from './hidden';
import { nameLanguage, passageLanguage, RecordLink, titleOf } from './record-link';
import { RobustLink } from './robust-link';
import { passageHref } from './source-parts';
import { text } from './text';
import { word } from './words';

const glyphs: Record<PassageView['state'], GlyphName> = {
  verified: 'i-check',
  moved: 't-moved',
  changed: 't-changed',
  gone: 't-gone',
  uncompared: 's-norecord',
};

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
  const t = text('evidence');
  return (
    <section className="section" aria-labelledby="evidence">
      <div className="section-head section-rule">
        <h2 id="evidence">{t('notes.title')}</h2>
        <span className="aside hint">{t('notes.kept')}</span>
      </div>
      <ol className="notes">
        {notes.map(({ note, passage }) => (
          <li key={note} id={`note-${note}`} value={note}>
            <span className="note-number" aria-hidden="true">
              {note}
            </span>
            <NotePassage passage={passage} />
            <p className="note-source">
              {t.rich('notes.source', {
                before: publicationOf(passage),
                cite: () => <cite {...nameLanguage(passage.source)}>{titleOf(passage.source)}</cite>,
                version: versionOf(passage),
                versions: String(passage.versions),
                when: instantOf(passage.fetched, 'short'),
              })}
            </p>
            <p className="note-ways">
              <PassageState state={passage.state} />
              <a href={passageHref(passage)}>{t.rich('notes.read', { note: String(note), hidden })}</a>
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

/** Passages longer than this, such as every row of a roll call, are folded: they would bury the notes after them. */
const longestShown = 900;
const beginningShown = 240;

function NotePassage({ passage }: { passage: PassageView }) {
  const whole = (
    <p className="note-passage">
      <q {...passageLanguage(passage)}>{passage.exact}</q>
    </p>
  );
  if (passage.exact.length <= longestShown) return whole;
  const beginning = passage.exact.slice(0, beginningShown).replace(/\s+\S*$/, '');
  return (
    <details className="note-long">
      <summary>
        <span className="note-passage note-beginning" {...passageLanguage(passage)}>
          {beginning} …
        </span>{' '}
        <span className="note-whole">{text('evidence')('notes.whole', { count: passage.exact.length })}</span>
      </summary>
      {whole}
    </details>
  );
}

/** The number of the version, or a dash for a text that is no public version any more. */
export const versionOf = ({ version }: PassageView): string => (version === 0 ? '–' : String(version));

/** Who published the source, and when, before its title; of one without a day the day of its copy follows anyway. */
const publicationOf = (passage: PassageView): string =>
  [passage.outlet, passage.published === null ? null : passageDate(passage)]
    .map((known) => (known === null ? '' : `${known}, `))
    .join('');

/** One passage at full size, inside the words around it; with the number of its note it is hidden until its mark opens it. */
export function PassageCard({ passage, note }: { passage: PassageView; note?: number }) {
  const t = text('evidence');
  const Card = note === undefined ? 'aside' : 'div';
  const popover =
    note === undefined
      ? ({ 'aria-label': t('card.passage') } as const)
      : ({
          role: 'dialog',
          'aria-label': t('card.evidence', { note: String(note) }),
          id: `card-${note}`,
          popover: 'auto',
          tabIndex: -1,
        } as const);
  return (
    <Card className="evidence-card" {...popover}>
      <p className={`evidence-card-state evidence-card-state--${passage.state}`}>
        <Glyph name={glyphs[passage.state]} className="i" />
        <strong>{word(passage.state)}</strong>{' '}
        {passage.state === 'uncompared' ? null : (
          <span>{t('card.checked', { when: instantOf(passage.checked, 'short') })}</span>
        )}
      </p>
      <blockquote className="evidence-card-passage" {...passageLanguage(passage)}>
        {lead(passage.before)}
        <mark className="passage">{passage.exact}</mark>
        {tail(passage.after)}
      </blockquote>
      <dl className="evidence-card-facts">
        <div>
          <dt>{t('card.source')}</dt>
          <dd>
            <RecordLink record={passage.source} />
          </dd>
        </div>
        <div>
          <dt>{t('card.outlet')}</dt>
          <dd>
            {passage.outlet ?? t('card.noOutlet')}
            {passage.published === null ? '' : `, ${passageDate(passage)}`}
          </dd>
        </div>
        <div>
          <dt>{t('card.reporter')}</dt>
          <dd>{passage.reporter ?? t('card.noReporter')}</dd>
        </div>
        <div>
          <dt>{t('card.copy')}</dt>
          <dd>
            {t('card.version', {
              version: versionOf(passage),
              versions: String(passage.versions),
              when: instantOf(passage.fetched, 'short'),
            })}
          </dd>
        </div>
      </dl>
      <p className="evidence-card-foot">
        <a href={passageHref(passage)}>{t('card.read')}</a>
        <AtOriginal passage={passage} />
        <code title={t('card.sha')}>
          {passage.sha256.slice(0, 4)} {passage.sha256.slice(4, 8)} … {passage.sha256.slice(-4)}
        </code>
      </p>
    </Card>
  );
}

/** The passage on the page it was taken from: a browser scrolls to its words, where that page still has them. */
function AtOriginal({ passage, note }: { passage: PassageView; note?: number }) {
  const { address, exact, fetched, form } = passage;
  if (address === null) return null;
  const t = text('evidence');
  // A dataset is got there, and its rows are the words of no page.
  const fragment = form === 'dataset' || address.includes('#') ? '' : textFragment(exact);
  return (
    <RobustLink href={`${address}${fragment}`} original={address} copy={passageHref(passage)} date={fetched}>
      {note === undefined ? t('card.original') : t.rich('notes.original', { note: String(note), hidden })}
    </RobustLink>
  );
}

/** The last words before a passage, cut at a word. */
export const lead = (before: string): string =>
  before.length > 160 ? `… ${before.slice(-160).replace(/^\S*\s/, '')}` : before;
export const tail = (after: string): string =>
  after.length > 160 ? `${after.slice(0, 160).replace(/\s\S*$/, '')} …` : after;
