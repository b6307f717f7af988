import type { BoardView } from '@rapporteur/domain/board/views';
import type { ViewOf } from '@rapporteur/domain/views';
import { BoardExcerpt } from '../board/board-view';
import { Marked, marksFor } from '../evidence-mark';
import { PositionBoard, StanceUnits } from '../position-board';
import { CorrectionNotice, RecordHead, RecordTools, Section } from '../record-head';
import { More, totalOf } from '../more';
import { hrefOf, Named } from '../record-link';
import { sentence } from '../words';
import { text } from '../text';
import { NamedBy, StatementList } from './named-by';
import { MaybeTold, Told } from '../told';

export function IssueBody({ record, board }: { record: ViewOf<'issue'>; board: BoardView | null }) {
  const { content, citations, links, positions } = record;
  const t = text('body');
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
          <MaybeTold told={content.description !== null} record={record} field="/description">
            <Marked
              text={
                content.description ??
                sentence(t('issue.summary', { positions: totalOf(record.totals.positions, 'position') }))
              }
              marks={marksFor(citations, '/question')}
            />
          </MaybeTold>
        </p>
      </RecordHead>
      <RecordTools record={record} />
      <div className="with-rail section">
        <div>
          <Section
            id="positions"
            title={t('issue.who')}
            first
            aside={
              <span className="aside hint">
                {record.totals.positions.count > positions.length ? t('issue.notNeutral') : t('issue.notListed')}
              </span>
            }
          >
            {positions.length === 0 ? (
              <p className="section-note">{t('issue.nobody')}</p>
            ) : (
              <>
                {board === null ? <StanceUnits positions={positions} /> : <BoardExcerpt board={board} />}
                <PositionBoard positions={positions} citations={citations} caption={t('board.caption')} show="actor" />
                <More
                  total={record.totals.positions}
                  shown={positions.length}
                  href={`${hrefOf(record)}/positions`}
                  of="position"
                />
              </>
            )}
          </Section>
          <StatementList record={record} title={t('issue.statements')} />
        </div>
        <aside aria-label={t('issue.about')}>
          <CorrectionNotice record={record} />
          {content.programmes.length === 0 ? null : (
            <section className="rail-note">
              <h2>{t('issue.programmes')}</h2>
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
