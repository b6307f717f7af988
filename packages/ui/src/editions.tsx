import {
  compareEditions,
  nearestEditions,
  type ComparedProvision,
} from '@rapporteur/domain/programme/compare-editions';
import type { EditionView } from '@rapporteur/domain/programme/views';
import { original } from '@rapporteur/domain/translation/languages';
import type { ReactNode } from 'react';
import { When } from './dates';
import { foreign, hrefOf, RecordLink, titleOf } from './record-link';
import { spokenLanguage } from './speech';
import { ForceTag, NotOnRecord, ScopeTag } from './terms';
import { text } from './text';
import { word } from './words';

/** How many editions have room beside one another. */
const room = 4;

const nameOf = ({ record, edition, translated }: EditionView): string =>
  translated['/edition'] ?? edition ?? titleOf(record);

/**
 * The editions of a line side by side: the nearest to the page's own, the rows that differ first. What an edition has no
 * provision for is not on record there, which is neither "not mentioned" nor "excluded".
 */
export function Editions({ editions, own }: { editions: readonly EditionView[]; own: string }) {
  const t = text('board');
  const shown = nearestEditions(editions, own, room);
  const others = editions.filter((edition) => !shown.includes(edition));
  const compared = compareEditions(shown, own);
  const same = compared.filter(({ differs }) => !differs);
  return (
    <>
      <table className="table editions">
        <caption>{t('editions.caption')}</caption>
        <Head editions={shown} own={own} />
        <tbody>
          <WholeRow name={t('editions.period')} editions={shown} own={own}>
            {({ period }) => (period === null ? <NotOnRecord /> : <When value={period} style="short" />)}
          </WholeRow>
          <WholeRow name={t('editions.nature')} editions={shown} own={own}>
            {({ nature }) => (nature === null ? <NotOnRecord /> : <ForceTag force={nature} />)}
          </WholeRow>
          <WholeRow name={t('editions.status')} editions={shown} own={own}>
            {({ status }) => word(status)}
          </WholeRow>
          {compared
            .filter(({ differs }) => differs)
            .map((row) => (
              <ProvisionRow key={row.subject} row={row} editions={shown} own={own} />
            ))}
        </tbody>
      </table>
      {same.length === 0 ? null : (
        <details className="editions-same">
          <summary>{t('editions.same', { count: same.length })}</summary>
          <table className="table editions">
            <caption className="vh">{t('editions.sameCaption')}</caption>
            <Head editions={shown} own={own} />
            <tbody>
              {same.map((row) => (
                <ProvisionRow key={row.subject} row={row} editions={shown} own={own} />
              ))}
            </tbody>
          </table>
        </details>
      )}
      {others.length === 0 ? null : (
        <p className="hint">
          {t('editions.others')}{' '}
          {others.map(({ record }, index) => (
            <span key={record.id}>
              {index === 0 ? '' : ', '}
              <RecordLink record={record} />
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Head({ editions, own }: { editions: readonly EditionView[]; own: string }) {
  const t = text('board');
  return (
    <thead>
      <tr>
        <th scope="col">{t('editions.provision')}</th>
        {editions.map((edition) => (
          <th scope="col" key={edition.record.id} {...(edition.record.id === own ? { 'aria-current': 'true' } : {})}>
            {edition.record.id === own ? (
              t('editions.here', { edition: nameOf(edition) })
            ) : (
              <a href={hrefOf(edition.record)}>{nameOf(edition)}</a>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function WholeRow({
  name,
  editions,
  own,
  children,
}: {
  name: string;
  editions: readonly EditionView[];
  own: string;
  children: (edition: EditionView) => ReactNode;
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {editions.map((edition) => (
        <Cell key={edition.record.id} edition={edition} own={own}>
          {children(edition)}
        </Cell>
      ))}
    </tr>
  );
}

function Cell({ edition, own, children }: { edition: EditionView; own: string; children: ReactNode }) {
  return (
    <td data-label={nameOf(edition)} {...(edition.record.id === own ? { className: 'is-own' } : {})}>
      {children}
    </td>
  );
}

function ProvisionRow({
  row,
  editions,
  own,
}: {
  row: ComparedProvision;
  editions: readonly EditionView[];
  own: string;
}) {
  // Where nothing is translated the page says so once.
  const isTranslated = editions.some(({ translated }) => Object.keys(translated).length > 0);
  return (
    <tr>
      <th scope="row">
        {row.translated ?? (
          <span {...foreign(original)} {...(isTranslated ? { className: 'told-original' } : {})}>
            {row.subject}
            {isTranslated ? (
              <>
                {' '}
                <span className="tag" lang={spokenLanguage()}>
                  {text('records')('told.untranslated')}
                </span>
              </>
            ) : null}
          </span>
        )}
      </th>
      {editions.map((edition, index) => {
        const cell = row.cells[index] ?? null;
        return (
          <Cell key={edition.record.id} edition={edition} own={own}>
            {cell === null ? (
              <NotOnRecord />
            ) : (
              <>
                <ScopeTag scope={cell.scope} />
                {cell.force === null ? null : (
                  <small>
                    <ForceTag force={cell.force} />
                  </small>
                )}
                {cell.scope === 'not_mentioned' ? (
                  <small>{text('board')('editions.read', { count: cell.readInFull.length })}</small>
                ) : null}
              </>
            )}
          </Cell>
        );
      })}
    </tr>
  );
}
