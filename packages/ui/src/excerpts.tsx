import { codePointLength, sliceCodePoints } from '@rapporteur/domain/passage';
import type { CitationView, PassageView } from '@rapporteur/domain/views';
import { Marks, passageDate } from './evidence-mark';
import { lead, passageHref, tail } from './notes';
import { titleOf } from './record-link';

/** Cited passages that stand so close together that the words around one reach the next. */
type Excerpt = [CitationView, ...CitationView[]];

const sameText = (one: PassageView, other: PassageView) =>
  one.source.id === other.source.id && one.version === other.version;

/** The passages in reading order, those of one stretch of text together. */
function excerptsOf(citations: readonly CitationView[]): Excerpt[] {
  const ordered = citations.toSorted(
    ({ passage: a }, { passage: b }) =>
      (a.source.id < b.source.id ? -1 : a.source.id > b.source.id ? 1 : 0) ||
      a.version - b.version ||
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
  return excerptsOf(citations).map((excerpt) => {
    const [{ note, passage: first }] = excerpt;
    return (
      <div className="excerpt-block" key={note}>
        <blockquote className="excerpt">
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
          {first.outlet === null ? '' : `${first.outlet}, `}“{titleOf(first.source)}”, {passageDate(first)}. Version{' '}
          {first.version} of {first.versions}.{' '}
          <a href={passageHref(first)}>
            Open the source at this passage<span className="vh">, note {note}</span>
          </a>
        </p>
      </div>
    );
  });
}
