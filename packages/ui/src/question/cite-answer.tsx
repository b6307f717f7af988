import { frozenAddress } from '@rapporteur/domain/question/frozen-id';
import { mostMembers, type FrozenView } from '@rapporteur/domain/question/views';
import { CiteFormats, type CitationFormat } from '../cite-box';
import { Instant } from '../dates';
import { site } from '../site';
import { text } from '../text';

interface Props {
  /** The question in words. */
  title: string;
  frozen: FrozenView;
  formats: readonly CitationFormat[];
}

/** How to cite the answer that a list, a search or a board gives, as it stands. */
export function CiteAnswer({ title, frozen, formats }: Props) {
  const { id, version, recordedAt, sha256, count, complete } = frozen;
  const t = text('answer');
  return (
    <section className="section" aria-labelledby="cite-answer">
      <h2 id="cite-answer">{t('cite.title')}</h2>
      <div className="cite-box">
        <p>
          {t.rich('cite.text', {
            title,
            i: (words) => <i>{words}</i>,
            version: String(version),
            when: () => <Instant value={recordedAt} time />,
          })}
        </p>
        {id === null ? (
          <p className="hint">{t('cite.tooLong')}</p>
        ) : (
          <>
            <p>
              <a href={frozenAddress(id)}>
                <code>{`${site().origin}${frozenAddress(id)}`}</code>
              </a>
            </p>
            <p className="hint">
              {complete ? t('cite.opens', { count }) : t('cite.opensMost', { count, most: mostMembers })}
            </p>
          </>
        )}
        <p className="hint">
          {t.rich('cite.fingerprint', { code: () => <code className="fingerprint">{sha256}</code> })}
        </p>
        <CiteFormats formats={formats} />
      </div>
    </section>
  );
}
