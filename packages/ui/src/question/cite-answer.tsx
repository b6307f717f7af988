import { frozenAddress } from '@rapporteur/domain/question/frozen-id';
import { mostMembers, type FrozenView } from '@rapporteur/domain/question/views';
import { CiteFormats, type CitationFormat } from '../cite-box';
import { Instant } from '../dates';
import { plural } from '../words';

interface Props {
  /** The question in words. */
  title: string;
  frozen: FrozenView;
  formats: readonly CitationFormat[];
}

/** How to cite the answer that a list, a search or a board gives, as it stands. */
export function CiteAnswer({ title, frozen, formats }: Props) {
  const { id, version, recordedAt, sha256, count, complete } = frozen;
  return (
    <section className="section" aria-labelledby="cite-answer">
      <h2 id="cite-answer">Cite this answer</h2>
      <div className="cite-box">
        <p>
          “{title}.” <i>Rapporteur</i>, version {version} of the record, <Instant value={recordedAt} time />.
        </p>
        {id === null ? (
          <p className="hint">This question is too long for a permanent address. Ask for fewer words to cite it.</p>
        ) : (
          <>
            <p>
              <a href={frozenAddress(id)}>
                <code>{frozenAddress(id)}</code>
              </a>
            </p>
            <p className="hint">
              This address opens the question again, with the answer as it stands ({plural(count, 'record', 'records')}
              {complete ? '' : `, the first ${mostMembers.toLocaleString('en-GB')} of more`}) and with what has changed
              since.
            </p>
          </>
        )}
        <p className="hint">
          Fingerprint of the answer, SHA-256: <code className="fingerprint">{sha256}</code>
        </p>
        <CiteFormats formats={formats} />
      </div>
    </section>
  );
}
