import { kindNames } from '@rapporteur/domain/kinds';
import type { DependantsPage, PublicationPreview } from '@rapporteur/domain/publication-views';
import { fieldName, lower } from '@rapporteur/ui/words';
import { text } from '../../../../../i18n/text';
import { Dependants } from '../dependants';

const t = text('review');

interface Props {
  preview: PublicationPreview;
  dependants: DependantsPage | null;
}

/** What else a publication reaches: what hinders it, the other pages that change, and what rests on the record. */
export function Effects({ preview: { record: own, faults, others, more, together }, dependants }: Props) {
  const base = `/${own.kind}s/${own.slug}`;
  return (
    <>
      {faults.length > 0 && (
        <section className="sheet" aria-labelledby="faults">
          <h2 id="faults">{t('effects.faults')}</h2>
          <ul>
            {faults.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <strong>{fieldName(path.startsWith(base) ? path.slice(base.length) : path)}</strong> {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="sheet" aria-labelledby="others">
        <h2 id="others">{t('effects.others')}</h2>
        {others.length === 0 && <p className="hint">{t('effects.noOthers')}</p>}
        <ul>
          {others.map(({ record, parts, count }) => (
            <li key={record.id}>
              <a href={`/records/${record.id}`}>{record.title ?? record.slug}</a>,{' '}
              {lower(kindNames[record.kind].singular)}. {t('effects.changes', { count })}{' '}
              <span className="hint">{parts.map((part) => fieldName(`/${part}`)).join(', ')}</span>
            </li>
          ))}
        </ul>
        {more && <p className="hint">{t('effects.more')}</p>}
        {together.length > 0 && (
          <>
            <p>{t('effects.together')}</p>
            <ul>
              {together.map((record) => (
                <li key={record.id}>
                  <a href={`/records/${record.id}`}>{record.title}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {dependants !== null && <Dependants {...dependants} />}
    </>
  );
}
