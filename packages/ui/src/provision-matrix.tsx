import type { ProgrammeContent } from '@rapporteur/domain/content/programme';
import type { CitationView, RecordLink } from '@rapporteur/domain/views';
import { Bare } from './bare';
import { AbsenceMark, KeptWithMarks, Marked, marksFor, marksWithin } from './evidence-mark';
import { nameOf } from './record-link';
import { ForceTag, ScopeTag } from './terms';
import { text } from './text';
import { Told, type Translated } from './told';

interface Row {
  provision: ProgrammeContent['provisions'][number];
  field: string;
}

/** Rows in the order of the record, gathered under the groups in the order of their first row. */
function grouped(provisions: ProgrammeContent['provisions']): [string | null, Row[]][] {
  const groups = new Map<string | null, Row[]>();
  provisions.forEach((provision, index) => {
    const rows = groups.get(provision.group) ?? [];
    rows.push({ provision, field: `/provisions/${index}` });
    groups.set(provision.group, rows);
  });
  return [...groups];
}

interface Props {
  provisions: ProgrammeContent['provisions'];
  citations: readonly CitationView[];
  links: Record<string, RecordLink>;
  translated: Translated;
  /** The fields that rest on no passage. */
  bare: ReadonlySet<string>;
}

/** What is in a programme and what is not. "Excluded" rests on a passage, "not mentioned" on sources read in full. */
export function ProvisionMatrix({ provisions, ...shared }: Props) {
  const t = text('body');
  return (
    <>
      <p className="legend">
        <ScopeTag scope="included" /> <ScopeTag scope="excluded">{t('matrix.excluded')}</ScopeTag>{' '}
        <ScopeTag scope="not_mentioned">{t('matrix.silent')}</ScopeTag>{' '}
        <ScopeTag scope="disputed">{t('matrix.disputed')}</ScopeTag>
      </p>
      <table className="table matrix">
        <caption className="vh">{t('matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('matrix.provision')}</th>
            <th scope="col">{t('matrix.status')}</th>
            <th scope="col">{t('matrix.force')}</th>
            <th scope="col">{t('matrix.says')}</th>
          </tr>
        </thead>
        {grouped(provisions).map(([group, rows]) => (
          <tbody key={group ?? ''}>
            {group === null ? null : (
              <tr className="table-group">
                <th colSpan={4} scope="rowgroup">
                  <Told record={shared.translated} field={`${rows[0]?.field}/group`}>
                    {group}
                  </Told>
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <ProvisionRow key={row.field} {...row} {...shared} />
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}

function ProvisionRow({ provision, field, citations, links, translated, bare }: Row & Omit<Props, 'provisions'>) {
  const { subject, scope, force, note, readInFull } = provision;
  const silent = scope === 'not_mentioned';
  const t = text('body');
  return (
    <tr {...(scope === 'excluded' ? { className: 'is-excluded' } : {})}>
      <th scope="row">
        <Told record={translated} field={`${field}/subject`}>
          <Marked text={subject} marks={marksWithin(citations, `${field}/subject`)} />
        </Told>
      </th>
      <td data-label={t('matrix.status')}>
        {silent ? (
          <span className="nb">
            <ScopeTag scope={scope} />
            <AbsenceMark sources={readInFull.length} href="#read-in-full" />
          </span>
        ) : (
          <>
            <KeptWithMarks marks={marksFor(citations, `${field}/scope`)}>
              <ScopeTag scope={scope} />
            </KeptWithMarks>
            {bare.has(`${field}/scope`) && <Bare />}
          </>
        )}
      </td>
      <td data-label={t('matrix.force')}>
        {force === null ? (
          <span className="hint">{t(scope === 'excluded' ? 'matrix.noForce' : 'matrix.noneStated')}</span>
        ) : (
          <>
            <KeptWithMarks marks={marksFor(citations, `${field}/force`)}>
              <ForceTag force={force} />
            </KeptWithMarks>
            {bare.has(`${field}/force`) && <Bare />}
          </>
        )}
      </td>
      <td>
        {note === null ? null : (
          <Told record={translated} field={`${field}/note`}>
            <Marked text={note} marks={marksWithin(citations, `${field}/note`)} />
          </Told>
        )}
        {silent ? (
          <span className="hint">
            {note === null ? '' : ' '}
            {t('matrix.readInFull', {
              count: readInFull.length,
              sources: readInFull.map((id) => nameOf(id, links)).join('; '),
            })}
          </span>
        ) : null}
        {note === null && !silent ? <span className="hint">{t('matrix.see')}</span> : null}
      </td>
    </tr>
  );
}

/** The provisions counted by status, in words: "3 in, 1 out". */
export function provisionCounts(provisions: ProgrammeContent['provisions']): { main: string; rest: string | null } {
  const t = text('body');
  const count = (scope: string) => provisions.filter((provision) => provision.scope === scope).length;
  const rest = [
    ...(count('not_mentioned') > 0 ? [t('programme.countSilent', { count: count('not_mentioned') })] : []),
    ...(count('disputed') > 0 ? [t('programme.countDisputed', { count: count('disputed') })] : []),
  ];
  return {
    main: t('programme.inOut', { included: count('included'), excluded: count('excluded') }),
    rest: rest.length > 0 ? rest.join(', ') : null,
  };
}
