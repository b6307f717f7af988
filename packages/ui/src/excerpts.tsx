import { codePointLength, sliceCodePoints } from '@rapporteur/domain/passage';
import type { CitationView, PassageView } from '@rapporteur/domain/views';
import { Marks, passageDate } from './evidence-mark';
import { lead, tail, versionOf } from './notes';
import { passageHref } from './source-parts';
import { hidden } from './hidden';
import { nameLanguage, passageLanguage, titleOf } from './record-link';
import { text } from './text';

/** Cited passages that stand so close together that the words around one reach the next. */
type Excerpt = [CitationView, ...CitationView[]];

const sameText = (one: PassageView, other: PassageView) =>
  one.source.id === other.source.id && one.sha256 === other.sha256;

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The passages in reading order, those of one stretch of text together. */
function excerptsOf(citations: readonly CitationView[]): Excerpt[] {
  const ordered = citations.toSorted(
    ({ passage: a }, { passage: b }) =>
      inOrder(a.source.id, b.source.id) ||
      a.version - b.version ||
      // Versions that were dropped have no number.
      inOrder(a.sha256, b.sha256) ||
      a.start - b.start,
  );
  const excerpts: Excerpt[] = [];
  for (const citation of ordered) {
    const excerpt = excerpts.at(-1);
    const last = excerpt?.at(-1)?.passage;
    const gap = last === undefined ? 0 : citation.passage.start - last.end;
    if (excerpt && last && sameText(last, citation.passage) && gap >= 0 && gap <= codePointLength(last.after))
      excerpt.push(citation);
    else excerpts.push([citation]);
  }
  return excerpts;
}

/** Passages inside the words around them, each stretch of text once. */
export function Excerpts({ citations }: { citations: readonly CitationView[] }) {
  const t = text('evidence');
  return excerptsOf(citations).map((excerpt) => {
    const [{ note, passage: first }] = excerpt;
    return (
      <div className="excerpt-block" key={note}>
        <blockquote className="excerpt" {...passageLanguage(first)}>
          {lead(first.before)}
          {excerpt.map(({ passage }, index) => {
            const next = excerpt[index + 1]?.passage;
            return (
              <span key={passage.id}>
                <mark className="passage">{passage.exact}</mark>
                <Marks of={excerpt.slice(index, index + 1)} />
                {next === undefined ? tail(passage.after) : sliceCodePoints(passage.after, 0, next.start - passage.end)}
              </span>
            );
          })}
        </blockquote>
        <p className="hint">
          {t.rich('excerpt.from', {
            outlet: first.outlet === null ? '' : `${first.outlet}, `,
            title: () => <span {...nameLanguage(first.source)}>{titleOf(first.source)}</span>,
            date: passageDate(first),
            version: versionOf(first),
            versions: String(first.versions),
          })}{' '}
          <a href={passageHref(first)}>{t.rich('excerpt.open', { note: String(note), hidden })}</a>
        </p>
      </div>
    );
  });
}
