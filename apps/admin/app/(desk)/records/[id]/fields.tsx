import { contentSchemas } from '@rapporteur/domain/content/content';
import { kindOfId } from '@rapporteur/domain/ids';
import type { Kind } from '@rapporteur/domain/kinds';
import { fieldName, word } from '@rapporteur/ui/words';
import { text } from '../../../../i18n/text';
import { flatten } from '../../../flatten';
import { readCitations } from './read-citations';

interface Props {
  kind: Kind;
  content: unknown;
  citations: unknown;
  /** Fields that still need a passage. */
  missing: readonly string[];
  /** The titles of the records it names, by id. */
  titles: ReadonlyMap<string, string>;
}

const t = text('editor');

/** The text of a revision, field by field, each with the numbers of the passages it rests on. */
export function Fields({ kind, content, citations, missing, titles }: Props) {
  const cited = readCitations(citations);
  // Parsed, the fields come in the order of their schema; PostgreSQL keeps none.
  const parsed = contentSchemas[kind].safeParse(content);
  const rows = flatten(parsed.success ? parsed.data : content);
  const firstOf = new Set(
    missing.map((needed) => rows.find(({ field }) => field === needed || field.startsWith(`${needed}/`))?.field),
  );
  return (
    <dl className="fields">
      {rows.map(({ field, text: value }) => {
        const notes = cited.flatMap((citation, index) =>
          field === citation.field || field.startsWith(`${citation.field}/`) ? [index + 1] : [],
        );
        const lacks = firstOf.has(field);
        return (
          <div className="field-row" key={field}>
            <dt>{fieldName(field)}</dt>
            <dd className={lacks ? 'is-missing' : undefined}>
              <Value text={value} titles={titles} />
              {notes.map((note) => (
                <a key={note} className="ev" href={`#passage-${note}`} aria-label={t('passage', { number: note })}>
                  {note}
                </a>
              ))}
              {lacks && <span className="hint"> {t('needsPassage')}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Value({ text: value, titles }: { text: string | null; titles: Props['titles'] }) {
  if (value === null) return <span className="hint">{t('notOnRecord')}</span>;
  if (kindOfId(value)) return <a href={`/records/${value}`}>{titles.get(value) ?? value}</a>;
  // Terms of the record, such as "not_mentioned", are written as readers see them.
  return <span>{/^[a-z]+(?:_[a-z]+)+$/.test(value) ? word(value) : value}</span>;
}
