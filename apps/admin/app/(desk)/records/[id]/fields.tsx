import { kindOfId } from '@rapporteur/domain/ids';
import { fieldName } from '@rapporteur/ui/words';
import { flatten } from '../../../flatten';
import { readCitations } from './read-citations';

interface Props {
  content: unknown;
  citations: unknown;
  /** Fields that still need a passage. */
  missing: readonly string[];
}

/** The text of a revision, field by field, each with the numbers of the passages it rests on. */
export function Fields({ content, citations, missing }: Props) {
  const cited = readCitations(citations);
  return (
    <dl className="fields">
      {flatten(content).map(({ field, text }) => {
        const notes = cited.flatMap((citation, index) => (field === citation.field || field.startsWith(`${citation.field}/`) ? [index + 1] : []));
        const lacks = missing.some((needed) => field === needed || field.startsWith(`${needed}/`));
        return (
          <div className="field-row" key={field}>
            <dt>{fieldName(field)}</dt>
            <dd className={lacks ? 'is-missing' : undefined}>
              <Value text={text} />
              {notes.map((note) => (
                <a key={note} className="ev" href={`#passage-${note}`} aria-label={`Passage ${note}`}>
                  {note}
                </a>
              ))}
              {lacks && <span className="hint"> needs a passage</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Value({ text }: { text: string | null }) {
  if (text === null) return <span className="hint">Not on record</span>;
  if (kindOfId(text) !== undefined) return <a href={`/records/${text}`}>{text}</a>;
  return <span>{text}</span>;
}
