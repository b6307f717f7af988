import type { BoardView } from '@rapporteur/domain/board/views';
import type { ViewOf } from '@rapporteur/domain/views';
import { BoardExcerpt } from '../board/board-view';
import { When } from '../dates';
import { Marked, Marks, marksFor, marksWithin } from '../evidence-mark';
import { PositionBoard } from '../position-board';
import { CorrectionNotice, RecordHead, RecordTools, Section } from '../record-head';
import { More, totalOf } from '../more';
import { hrefOf, Named } from '../record-link';
import { languageName, word } from '../words';
import { NamedBy, StatementList } from './named-by';
import { Told, ToldTitle } from '../told';

export function ActorBody({ record, board }: { record: ViewOf<'actor'>; board: BoardView | null }) {
  const { content, citations, totals } = record;
  const nothing =
    record.positions.length + record.statements.length + content.offices.length + content.memberships.length === 0;
  return (
    <>
      <RecordHead kind="actor" title={<ToldTitle record={record} />} tag={word(content.type)}>
        <p className="standfirst">
          <Told record={record} field="/description">
            <Marked
              text={
                content.description ??
                `${word(content.type)} on record: ${totalOf(totals.positions, 'position')}, ${totalOf(totals.statements, 'statement')}.`
              }
              marks={marksWithin(citations, '/description')}
            />
          </Told>
        </p>
      </RecordHead>
      <RecordTools record={record} />
      <div className="with-rail section">
        <div>
          {record.positions.length === 0 ? null : (
            <Section id="positions" title="Positions" first>
              {board === null ? null : <BoardExcerpt board={board} />}
              <PositionBoard
                positions={record.positions}
                citations={citations}
                caption="What this actor holds, with the latest turn"
                show="issue"
              />
              <More
                total={totals.positions}
                shown={record.positions.length}
                href={`${hrefOf(record)}/positions`}
                one="position"
              />
            </Section>
          )}
          <StatementList record={record} first={record.positions.length === 0} />
          <Offices record={record} />
          <Memberships record={record} />
          {nothing ? (
            <p className="section-note">
              No position, statement or office of this actor is on record. Silence is not neutrality.
            </p>
          ) : null}
        </div>
        <aside aria-label="About this actor">
          <CorrectionNotice record={record} />
          <section className="rail-note">
            <h2>Names</h2>
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
              <h2>Known elsewhere as</h2>
              <ul>
                {content.identifiers.map((identifier) => (
                  <li key={`${identifier.scheme} ${identifier.value}`}>
                    <code>{identifier.value}</code>, {word(identifier.scheme)}
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

function Offices({ record }: { record: ViewOf<'actor'> }) {
  const { content, citations, links } = record;
  if (content.offices.length === 0) return null;
  return (
    <Section id="offices" title="Offices held">
      <table className="table">
        <caption className="vh">Offices, with their institution and time</caption>
        <thead>
          <tr>
            <th scope="col">Office</th>
            <th scope="col">Of</th>
            <th scope="col">When</th>
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
              <td data-label="Of">
                {office.institution === null ? 'Not on record' : <Named id={office.institution} links={links} />}
              </td>
              <td data-label="When">
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
  return (
    <Section id="memberships" title="Memberships">
      <table className="table">
        <caption className="vh">Memberships, with role and time</caption>
        <thead>
          <tr>
            <th scope="col">Organisation</th>
            <th scope="col">Role</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {content.memberships.map((membership, index) => (
            <tr key={index}>
              <th scope="row">
                <Named id={membership.organisation} links={links} />
                <Marks of={marksFor(citations, `/memberships/${index}`)} />
              </th>
              <td data-label="Role">
                <Told record={record} field={`/memberships/${index}/role`}>
                  {membership.role ?? 'Not on record'}
                </Told>
              </td>
              <td data-label="When">
                <When value={membership.period} style="short" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
