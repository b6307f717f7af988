import type { ProgrammeAround } from '@rapporteur/domain/programme/views';
import type { ViewOf } from '@rapporteur/domain/views';
import { When } from '../dates';
import { KeptWithMarks, Marked, Marks, marksFor, marksWithin } from '../evidence-mark';
import { PositionBoard } from '../position-board';
import { provisionCounts, ProvisionMatrix } from '../provision-matrix';
import { CorrectionNotice, Facts, RecordHead, RecordTools, Section, type Fact } from '../record-head';
import { More } from '../more';
import { hrefOf, Named, RecordLink } from '../record-link';
import { ForceTag, NotOnRecord } from '../terms';
import { notOnRecord, word } from '../words';
import { NamedBy, namers, StatementList } from './named-by';
import { CommitmentsOf, EditionsOf, TimelineOf } from './programme-around';
import { Told, ToldTitle } from '../told';

export function ProgrammeBody({ record, around }: { record: ViewOf<'programme'>; around: ProgrammeAround | null }) {
  const { content, citations, links } = record;
  const silent = content.provisions.filter((provision) => provision.scope === 'not_mentioned');
  const read = [...new Set(silent.flatMap((provision) => provision.readInFull))];
  const commitments = namers(record).filter(({ record: other }) => other.kind === 'commitment');
  return (
    <>
      <RecordHead
        kind="programme"
        title={<ToldTitle record={record} />}
        tag={
          content.edition === null ? (
            'Programme'
          ) : (
            <>
              Programme,{' '}
              <Told record={record} field="/edition">
                {content.edition}
              </Told>
            </>
          )
        }
      >
        <p className="standfirst">
          <Told record={record} field="/summary">
            <Marked text={content.summary} marks={marksFor(citations, '/summary')} />
          </Told>
        </p>
      </RecordHead>
      <RecordTools record={record} />
      <Facts facts={factsOf(record)} />
      <div className="with-rail">
        <div>
          <Section id="provisions" title="What is in it, what is not" first>
            {content.provisions.length === 0 ? (
              <p className="section-note">
                No provision is on record yet. That is not a finding: nobody has read for one.
              </p>
            ) : (
              <ProvisionMatrix
                provisions={content.provisions}
                citations={citations}
                links={links}
                translated={record}
              />
            )}
          </Section>
          <EditionsOf record={record} around={around} />
          {record.positions.length === 0 ? null : (
            <Section id="positions" title="Positions around it">
              <PositionBoard
                positions={record.positions}
                citations={citations}
                caption="On each issue that the programme raises, who is on record"
                show="both"
              />
              <More
                total={record.totals.positions}
                shown={record.positions.length}
                href={`${hrefOf(record)}/positions`}
                one="position"
              />
            </Section>
          )}
          <CommitmentsOf around={around} />
          <TimelineOf record={record} around={around} />
          <StatementList record={record} title="Statements about it" />
        </div>
        <aside aria-label="About this programme">
          <CorrectionNotice record={record} />
          {content.relations.length === 0 ? null : (
            <section className="rail-note">
              <h2>Beside other programmes</h2>
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
              <h2>Commitments</h2>
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
              <h2>What “not mentioned” means here</h2>
              <p>
                An editor read these sources to the end and found no passage on the point. The number in the mark says
                how many were read.
              </p>
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

/** A long name may wrap; only its marks stay with it, at a distance that a finger needs. */
function KeptWithMarksAfter({ children, marks }: Parameters<typeof KeptWithMarks>[0]) {
  return (
    <>
      {children}
      {marks.length === 0 ? null : (
        <span className="nb after-link">
          <Marks of={marks} />
        </span>
      )}
    </>
  );
}

function factsOf({ content, citations, links }: ViewOf<'programme'>): Fact[] {
  const counts = provisionCounts(content.provisions);
  return [
    {
      name: 'Nature',
      value:
        content.nature === null ? (
          <NotOnRecord />
        ) : (
          <KeptWithMarks marks={marksFor(citations, '/nature')}>
            <ForceTag force={content.nature} />
          </KeptWithMarks>
        ),
      note:
        content.nature === 'voluntary'
          ? 'Followed by choice'
          : content.nature === 'binding'
            ? 'Binding on its parties'
            : null,
    },
    {
      name: 'Period',
      value:
        content.period === null ? (
          notOnRecord
        ) : (
          <KeptWithMarks marks={marksWithin(citations, '/period')}>
            <When value={content.period} />
          </KeptWithMarks>
        ),
      note:
        content.editionOf === null ? null : (
          <>
            Edition of <Named id={content.editionOf} links={links} />
          </>
        ),
    },
    {
      name: 'Parties',
      value:
        content.parties.length === 0
          ? notOnRecord
          : content.parties.slice(0, 4).map((party, index) => (
              <span key={party}>
                {index === 0 ? '' : ', '}
                <KeptWithMarksAfter marks={marksWithin(citations, `/parties/${index}`)}>
                  <Named id={party} links={links} />
                </KeptWithMarksAfter>
              </span>
            )),
      note: content.parties.length > 4 ? `and ${content.parties.length - 4} more` : null,
    },
    {
      name: 'Status',
      value: <KeptWithMarks marks={marksWithin(citations, '/status')}>{word(content.status)}</KeptWithMarks>,
    },
    {
      name: 'Set out at',
      value:
        content.setOutAt === null ? (
          notOnRecord
        ) : (
          <span className="fact-link">
            <KeptWithMarksAfter marks={marksWithin(citations, '/setOutAt')}>
              <Named id={content.setOutAt} links={links} />
            </KeptWithMarksAfter>
          </span>
        ),
    },
    ...(content.provisions.length === 0 ? [] : [{ name: 'Provisions', value: counts.main, note: counts.rest }]),
  ];
}
