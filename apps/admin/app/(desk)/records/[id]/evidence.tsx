import { contextLength } from '@rapporteur/domain/passage';
import { fieldName } from '@rapporteur/ui/words';
import { text } from '../../../../i18n/text';
import { readCitations } from './read-citations';

/** The passages of a revision, quoted with the words around them. */
export function Evidence({ citations }: { citations: unknown }) {
  const t = text('editor');
  const cited = readCitations(citations);
  if (cited.length === 0) return <p className="hint">{t('noPassage')}</p>;
  return (
    <ol className="evidence">
      {cited.map((citation, index) => (
        // Two citations may be alike in all but their place.
        <li key={index} id={`passage-${index + 1}`}>
          <p className="hint">
            {index + 1}. {t(`role.${citation.role}`)} {fieldName(citation.field)}
          </p>
          <blockquote>
            {goesOn(citation.passage.prefix) && '…'}
            {citation.passage.prefix}
            <mark className="passage">{citation.passage.exact}</mark>
            {citation.passage.suffix}
            {goesOn(citation.passage.suffix) && '…'}
          </blockquote>
          <p className="hint">
            <a href={`/records/${citation.passage.source}`}>{t('source')}</a>,{' '}
            {t('characters', { start: citation.passage.start, end: citation.passage.end })},{' '}
            <code title={citation.passage.sha256}>{citation.passage.sha256.slice(0, 12)}…</code>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Whether the words around a passage are cut off; a context shorter than is kept ends where the text does. */
const goesOn = (context: string) => [...context].length === contextLength;
