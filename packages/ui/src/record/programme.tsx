import type { ProgrammeAround } from '@rapporteur/domain/programme/views';
import type { ViewOf } from '@rapporteur/domain/views';
import { Bare, bareFields } from '../bare';
import { When } from '../dates';
import { KeptWithMarks, Marked, marksFor, marksWithin } from '../evidence-mark';
import { KeptWithMarksAfter, NamedList } from '../named-list';
import { PositionBoard } from '../position-board';
import { provisionCounts, ProvisionMatrix } from '../provision-matrix';
import { CorrectionNotice, Facts, RecordHead, RecordTools, Section, type Fact } from '../record-head';
import { More } from '../more';
import { hrefOf, Named, RecordLink } from '../record-link';
import { ForceTag, NotOnRecord } from '../terms';
import { kindName, silence, word } from '../words';
import { text } from '../text';
import { NamedBy, namers, StatementList } from './named-by';
import { CommitmentsOf, EditionsOf, TimelineOf } from './programme-around';
import { Told, ToldTitle } from '../told';

export function ProgrammeBody({ record, around }: { record: ViewOf<'programme'>; around: ProgrammeAround | null }) {
  const { content, citations, links } = record;
  const t = text('body');
  const bare = bareFields(record);
  const silent = content.provisions.filter((provision) => provision.scope === 'not_mentioned');
  const read = [...new Set(silent.flatMap((provision) => provision.readInFull))];
  const commitments = namers(record).filter(({ record: other }) => other.kind === 'commitment');
  return (
    <>
      <RecordHead
        kind="programme"
        title={<ToldTitle record={record} />}
        tag={
          content.edition === null
            ? kindName('programme')
            : t.rich('programme.edition', {
                edition: () => (
                  <Told record={record} field="/edition">
                    {content.edition}
                  </Told>
                ),
              })
        }
      >
        <p className="standfirst">
          <Told record={record} field="/summary">
            <Marked text={content.summary} marks={marksFor(citations, '/summary')} />
          </Told>
        </p>
      </RecordHead>
      <RecordTools record={record} />
      <Facts facts={factsOf(record, bare)} />
      <div className="with-rail">
        <div>
          <Section id="provisions" title={t('programme.content')} first>
            {content.provisions.length === 0 ? (
              <p className="section-note">{t('programme.noProvision')}</p>
            ) : (
              <ProvisionMatrix
                provisions={content.provisions}
                citations={citations}
                links={links}
                translated={record}
                bare={bare}
              />
            )}
          </Section>
          <EditionsOf record={record} around={around} />
          {record.positions.length === 0 ? null : (
            <Section id="positions" title={t('programme.positions')}>
              <PositionBoard
                positions={record.positions}
                citations={citations}
                caption={t('programme.positionsCaption')}
                show="both"
              />
              <More
                total={record.totals.positions}
                shown={record.positions.length}
                href={`${hrefOf(record)}/positions`}
                of="position"
              />
            </Section>
          )}
          <CommitmentsOf around={around} />
          <TimelineOf record={record} around={around} />
          <StatementList record={record} title={t('programme.statements')} />
        </div>
        <aside aria-label={t('programme.about')}>
          <CorrectionNotice record={record} />
          {content.relations.length === 0 ? null : (
            <section className="rail-note">
              <h2>{t('programme.beside')}</h2>
              <ul>
                {content.relations.map((relation, index) => (
                  <li key={`${relation.type} ${relation.programme}`}>
                    {word(relation.type)}{' '}
                    <KeptWithMarksAfter marks={marksFor(citations, `/relations/${index}`)}>
                      <Named id={relation.programme} links={links} />
                    </KeptWithMarksAfter>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {commitments.length === 0 || around !== null ? null : (
            <section className="rail-note">
              <h2>{t('programme.commitments')}</h2>
              <ul>
                {commitments.map(({ record: commitment }) => (
                  <li key={commitment.id}>
                    <RecordLink record={commitment} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          {silent.length === 0 ? null : (
            <section className="rail-note" id="read-in-full">
              <h2>{t('programme.silent')}</h2>
              <p>{t('programme.silentText')}</p>
              <ul>
                {read.map((id) => (
                  <li key={id}>
                    <Named id={id} links={links} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <NamedBy record={record} without={['commitment']} />
        </aside>
      </div>
    </>
  );
}

function factsOf(record: ViewOf<'programme'>, bare: ReadonlySet<string>): Fact[] {
  const { content, citations, links } = record;
  const counts = provisionCounts(content.provisions);
  const t = text('body');
  return [
    {
      name: t('programme.nature'),
      value:
        content.nature === null ? (
          <NotOnRecord />
        ) : (
          <>
            <KeptWithMarks marks={marksFor(citations, '/nature')}>
              <ForceTag force={content.nature} />
            </KeptWithMarks>
            {bare.has('/nature') && <Bare />}
          </>
        ),
      note:
        content.nature === 'voluntary'
          ? t('programme.choice')
          : content.nature === 'binding'
            ? t('programme.bindingOn')
            : null,
    },
    {
      name: t('programme.period'),
      value:
        content.period === null ? (
          silence()
        ) : (
          <>
            <KeptWithMarks marks={marksWithin(citations, '/period')}>
              <When value={content.period} />
            </KeptWithMarks>
            {bare.has('/period') && <Bare />}
          </>
        ),
      note:
        content.editionOf === null
          ? null
          : t.rich('programme.editionOf', {
              other: () => (
                <>
                  <KeptWithMarksAfter marks={marksWithin(citations, '/editionOf')}>
                    <Named id={content.editionOf ?? ''} links={links} />
                  </KeptWithMarksAfter>
                  {bare.has('/editionOf') && <Bare />}
                </>
              ),
            }),
    },
    {
      name: t('programme.parties'),
      value:
        content.parties.length === 0 ? (
          silence()
        ) : (
          <NamedList ids={content.parties} field="/parties" record={record} bare={bare} most={4} />
        ),
      note: content.parties.length > 4 ? t('programme.moreParties', { count: content.parties.length - 4 }) : null,
    },
    {
      name: t('programme.status'),
      value: (
        <>
          <KeptWithMarks marks={marksWithin(citations, '/status')}>{word(content.status)}</KeptWithMarks>
          {bare.has('/status') && <Bare />}
        </>
      ),
    },
    {
      name: t('programme.setOut'),
      value:
        content.setOutAt === null ? (
          silence()
        ) : (
          <span className="fact-link">
            <KeptWithMarksAfter marks={marksWithin(citations, '/setOutAt')}>
              <Named id={content.setOutAt} links={links} />
            </KeptWithMarksAfter>
            {bare.has('/setOutAt') && <Bare />}
          </span>
        ),
    },
    ...(content.provisions.length === 0
      ? []
      : [{ name: t('programme.provisions'), value: counts.main, note: counts.rest }]),
  ];
}
