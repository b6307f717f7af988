import type { BoardView } from '@rapporteur/domain/board/views';
import type { ViewOf } from '@rapporteur/domain/views';
import { BoardExcerpt } from '../board/board-view';
import { Marked, marksFor } from '../evidence-mark';
import { PositionBoard, StanceUnits } from '../position-board';
import { CorrectionNotice, RecordHead, RecordTools, Section } from '../record-head';
import { More, totalOf } from '../more';
import { hrefOf, Named } from '../record-link';
import { sentence } from '../words';
import { NamedBy, StatementList } from './named-by';
import { Told } from '../told';

export function IssueBody({ record, board }: { record: ViewOf<'issue'>; board: BoardView | null }) {
  const { content, citations, links, positions } = record;
  return (
    <>
      <RecordHead
        kind="issue"
        title={
          <Told record={record} field="/question">
            {content.question}
          </Told>
        }
      >
        <p className="standfirst">
          <Told record={record} field="/description">
            <Marked
              text={content.description ?? `${sentence(totalOf(record.totals.positions, 'position'))} on record.`}
              marks={marksFor(citations, '/question')}
            />
          </Told>
        </p>
      </RecordHead>
      <RecordTools record={record} />
      <div className="with-rail section">
        <div>
          <Section
            id="positions"
            title="Who holds what"
            first
            aside={
              <span className="aside hint">
                {record.totals.positions.count > positions.length
                  ? 'An actor without a position on record is not neutral'
                  : 'An actor that is not listed has no position on record, which is not neutral'}
              </span>
            }
          >
            {positions.length === 0 ? (
              <p className="section-note">
                No position is on record yet. Silence is not neutrality: nobody is listed until a source says where they
                stand.
              </p>
            ) : (
              <>
                {board === null ? <StanceUnits positions={positions} /> : <BoardExcerpt board={board} />}
                <PositionBoard
                  positions={positions}
                  citations={citations}
                  caption="Positions on record, with the latest turn"
                  show="actor"
                />
                <More
                  total={record.totals.positions}
                  shown={positions.length}
                  href={`${hrefOf(record)}/positions`}
                  one="position"
                />
              </>
            )}
          </Section>
          <StatementList record={record} title="Statements on it" />
        </div>
        <aside aria-label="About this issue">
          <CorrectionNotice record={record} />
          {content.programmes.length === 0 ? null : (
            <section className="rail-note">
              <h2>Programmes that raise it</h2>
              <ul>
                {content.programmes.map((id) => (
                  <li key={id}>
                    <Named id={id} links={links} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <NamedBy record={record} />
        </aside>
      </div>
    </>
  );
}
