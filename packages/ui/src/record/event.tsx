import type { ViewOf } from '@rapporteur/domain/views';
import { When } from '../dates';
import { KeptWithMarks, Marked, Marks, marksFor, marksWithin } from '../evidence-mark';
import { CorrectionNotice, Facts, RecordHead, RecordTools, Section } from '../record-head';
import { Named } from '../record-link';
import { notOnRecord, word } from '../words';
import { NamedBy, StatementList } from './named-by';
import { Told, ToldTitle } from '../told';

export function EventBody({ record }: { record: ViewOf<'event'> }) {
  const { content, citations, links } = record;
  return (
    <>
      <RecordHead kind="event" title={<ToldTitle record={record} />} tag={word(content.type)}>
        {content.summary === null ? null : (
          <p className="standfirst">
            <Told record={record} field="/summary">
              <Marked text={content.summary} marks={marksWithin(citations, '/summary')} />
            </Told>
          </p>
        )}
      </RecordHead>
      <RecordTools record={record} />
      <Facts
        facts={[
          {
            name: 'Date',
            value: (
              <KeptWithMarks marks={marksFor(citations, '/date')}>
                <When value={content.date} />
              </KeptWithMarks>
            ),
          },
          {
            name: 'Place',
            value:
              content.place === null ? (
                notOnRecord
              ) : (
                <Told record={record} field="/place">
                  <Marked text={content.place} marks={marksWithin(citations, '/place')} />
                </Told>
              ),
          },
          { name: 'Kind', value: word(content.type) },
          {
            name: 'Part of',
            value: content.partOf === null ? 'Nothing larger on record' : <Named id={content.partOf} links={links} />,
          },
        ]}
      />
      <div className="with-rail">
        <div>
          <Section id="participants" title="Who took part" first>
            {content.participants.length === 0 ? (
              <p className="section-note">No participant is on record.</p>
            ) : (
              <Table
                caption="Participants and their roles"
                heads={['Actor', 'Role']}
                rows={content.participants.map((participant, index) => ({
                  actor: participant.actor,
                  value: word(participant.role),
                  field: `/participants/${index}`,
                }))}
                record={record}
              />
            )}
          </Section>
          {content.choices.length === 0 ? null : (
            <Section id="choices" title="How each voted">
              <Table
                caption="The choice of each actor"
                heads={['Actor', 'Choice']}
                rows={content.choices.map((choice, index) => ({
                  actor: choice.actor,
                  value: word(choice.choice),
                  field: `/choices/${index}`,
                }))}
                record={record}
              />
            </Section>
          )}
          <StatementList record={record} title="Said there" />
        </div>
        <aside aria-label="About this event">
          <CorrectionNotice record={record} />
          <NamedBy record={record} />
        </aside>
      </div>
    </>
  );
}

function Table({
  caption,
  heads,
  rows,
  record,
}: {
  caption: string;
  heads: [string, string];
  rows: { actor: string; value: string; field: string }[];
  record: ViewOf<'event'>;
}) {
  return (
    <table className="table">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.field}>
            <th scope="row">
              <Named id={row.actor} links={record.links} />
              <Marks of={marksFor(record.citations, row.field)} />
            </th>
            <td data-label={heads[1]}>{row.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
