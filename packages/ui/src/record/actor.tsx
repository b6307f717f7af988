import type { BoardView } from '@rapporteur/domain/board/views';
import type { Total, ViewOf } from '@rapporteur/domain/views';
import type { VotesCast } from '@rapporteur/domain/vote-views';
import { BoardExcerpt } from '../board/board-view';
import { everyActor } from '@rapporteur/domain/region/actor-filter';
import { regionsOf } from '@rapporteur/domain/region/regions';
import { When } from '../dates';
import { Marked, Marks, marksFor, marksWithin } from '../evidence-mark';
import { PositionBoard } from '../position-board';
import { listAddress } from '../list-address';
import { regionName } from '../region-name';
import { CorrectionNotice, RecordHead, RecordTools, Section } from '../record-head';
import { More, totalOf } from '../more';
import { hrefOf, Named } from '../record-link';
import { languageName, silence, word } from '../words';
import { text } from '../text';
import { NamedBy, StatementList } from './named-by';
import { ActorVotes } from './votes';
import { MaybeTold, Told, ToldTitle } from '../told';

interface Props {
  record: ViewOf<'actor'>;
  board: BoardView | null;
  /** Null where nobody asked for them, which says nothing of whether there are any. */
  votes: VotesCast | null;
}

/** How much of an actor is on record, in words: what there is none of is left out, unless there is nothing at all. */
function countsOf({ positions, statements }: Props['record']['totals'], votes: Props['votes']): string {
  const known = (total: Total) => total.count > 0 || total.atLeast;
  const held = [
    ...(known(positions) ? [totalOf(positions, 'position')] : []),
    ...(known(statements) ? [totalOf(statements, 'statement')] : []),
    ...(votes !== null && known(votes.total) ? [totalOf(votes.total, 'vote')] : []),
  ];
  const none = [totalOf(positions, 'position'), totalOf(statements, 'statement')];
  return (held.length === 0 ? none : held).join(', ');
}

export function ActorBody({ record, board, votes }: Props) {
  const { content, citations, totals } = record;
  const t = text('body');
  const nothing =
    record.positions.length + record.statements.length + content.offices.length + content.memberships.length === 0 &&
    votes?.items.length === 0;
  return (
    <>
      <RecordHead kind="actor" title={<ToldTitle record={record} />} tag={word(content.type)}>
        <p className="standfirst">
          <MaybeTold told={content.description !== null} record={record} field="/description">
            <Marked
              text={
                content.description ??
                t('actor.summary', {
                  type: word(content.type),
                  counts: countsOf(totals, votes),
                })
              }
              marks={marksWithin(citations, '/description')}
            />
          </MaybeTold>
        </p>
      </RecordHead>
      <RecordTools record={record} />
      <div className="with-rail section">
        <div>
          {record.positions.length === 0 ? null : (
            <Section id="positions" title={text('lists')('related.positions')} first>
              {board === null ? null : <BoardExcerpt board={board} />}
              <PositionBoard
                positions={record.positions}
                citations={citations}
                caption={t('actor.holds')}
                show="issue"
              />
              <More
                total={totals.positions}
                shown={record.positions.length}
                href={`${hrefOf(record)}/positions`}
                of="position"
              />
            </Section>
          )}
          <StatementList record={record} first={record.positions.length === 0} />
          <ActorVotes votes={votes} first={record.positions.length + record.statements.length === 0} />
          <Offices record={record} />
          <Memberships record={record} />
          {nothing ? <p className="section-note">{t('actor.nothing')}</p> : null}
        </div>
        <aside aria-label={t('actor.about')}>
          <CorrectionNotice record={record} />
          <section className="rail-note">
            <h2>{t('actor.names')}</h2>
            <ul>
              {content.names.map((name, index) => (
                <li key={`${name.text} ${name.language} ${index}`}>
                  <span lang={name.language}>{name.text}</span>
                  <Marks
                    of={index === 0 ? marksFor(citations, '/names/0') : marksWithin(citations, `/names/${index}`)}
                  />
                  <br />
                  {word(name.use)}, {languageName(name.language)}
                </li>
              ))}
            </ul>
          </section>
          {content.identifiers.length === 0 ? null : (
            <section className="rail-note">
              <h2>{t('actor.elsewhere')}</h2>
              <ul>
                {content.identifiers.map((identifier) => (
                  <li key={`${identifier.scheme} ${identifier.value}`}>
                    <code>{identifier.value}</code>, {word(identifier.scheme)}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Regions record={record} />
          <NamedBy record={record} />
        </aside>
      </div>
    </>
  );
}

/** Where an actor lies, by its code. Said of states alone where there is none: others seldom have one. */
function Regions({ record: { content } }: { record: ViewOf<'actor'> }) {
  const regions = regionsOf(content.identifiers);
  if (regions.length === 0 && content.type !== 'state') return null;
  const t = text('regions');
  return (
    <section className="rail-note">
      <h2>{t('label')}</h2>
      {regions.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <p>
            {regions.map((region, index) => (
              <span key={region}>
                {index === 0 ? '' : ', '}
                <a href={listAddress('actor', { ...everyActor, region })}>{regionName(region)}</a>
              </span>
            ))}
          </p>
          <p className="hint">{t('source')}</p>
        </>
      )}
    </section>
  );
}

function Offices({ record }: { record: ViewOf<'actor'> }) {
  const { content, citations, links } = record;
  if (content.offices.length === 0) return null;
  const t = text('body');
  return (
    <Section id="offices" title={t('actor.offices')}>
      <table className="table">
        <caption className="vh">{t('actor.officesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('actor.office')}</th>
            <th scope="col">{t('actor.of')}</th>
            <th scope="col">{t('actor.when')}</th>
          </tr>
        </thead>
        <tbody>
          {content.offices.map((office, index) => (
            <tr key={index}>
              <th scope="row">
                <Told record={record} field={`/offices/${index}/title`}>
                  <Marked text={office.title} marks={marksFor(citations, `/offices/${index}`)} />
                </Told>
              </th>
              <td data-label={t('actor.of')}>
                {office.institution === null ? silence() : <Named id={office.institution} links={links} />}
              </td>
              <td data-label={t('actor.when')}>
                <When value={office.period} style="short" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Memberships({ record }: { record: ViewOf<'actor'> }) {
  const { content, citations, links } = record;
  if (content.memberships.length === 0) return null;
  const t = text('body');
  return (
    <Section id="memberships" title={t('actor.memberships')}>
      <table className="table">
        <caption className="vh">{t('actor.membershipsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('actor.organisation')}</th>
            <th scope="col">{t('actor.role')}</th>
            <th scope="col">{t('actor.when')}</th>
          </tr>
        </thead>
        <tbody>
          {content.memberships.map((membership, index) => (
            <tr key={index}>
              <th scope="row">
                <Named id={membership.organisation} links={links} />
                <Marks of={marksFor(citations, `/memberships/${index}`)} />
              </th>
              <td data-label={t('actor.role')}>
                <MaybeTold told={membership.role !== null} record={record} field={`/memberships/${index}/role`}>
                  {membership.role ?? silence()}
                </MaybeTold>
              </td>
              <td data-label={t('actor.when')}>
                <When value={membership.period} style="short" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
