import type { ViewOf } from '@rapporteur/domain/views';
import { When } from '../dates';
import { KeptWithMarks, Marked, Marks, marksFor, marksWithin } from '../evidence-mark';
import { CorrectionNotice, Facts, RecordHead, RecordTools, Section } from '../record-head';
import { Named } from '../record-link';
import { silence, word } from '../words';
import { text } from '../text';
import { NamedBy, StatementList } from './named-by';
import { Told, ToldTitle } from '../told';

export function EventBody({ record }: { record: ViewOf<'event'> }) {
  const { content, citations, links } = record;
  const t = text('body');
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
            name: t('event.date'),
            value: (
              <KeptWithMarks marks={marksFor(citations, '/date')}>
                <When value={content.date} />
              </KeptWithMarks>
            ),
          },
          {
            name: t('event.place'),
            value:
              content.place === null ? (
                silence()
              ) : (
                <Told record={record} field="/place">
                  <Marked text={content.place} marks={marksWithin(citations, '/place')} />
                </Told>
              ),
          },
          { name: t('event.kind'), value: word(content.type) },
          {
            name: t('event.partOf'),
            value: content.partOf === null ? t('event.nothingLarger') : <Named id={content.partOf} links={links} />,
          },
        ]}
      />
      <div className="with-rail">
        <div>
          <Section id="participants" title={t('event.participants')} first>
            {content.participants.length === 0 ? (
              <p className="section-note">{t('event.noParticipant')}</p>
            ) : (
              <Table
                caption={t('event.participantsCaption')}
                heads={[t('board.actor'), t('actor.role')]}
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
            <Section id="choices" title={t('event.choices')}>
              <Table
                caption={t('event.choicesCaption')}
                heads={[t('board.actor'), t('event.choice')]}
                rows={content.choices.map((choice, index) => ({
                  actor: choice.actor,
                  value: word(choice.choice),
                  field: `/choices/${index}`,
                }))}
                record={record}
              />
            </Section>
          )}
          <StatementList record={record} title={t('event.said')} />
        </div>
        <aside aria-label={t('event.about')}>
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
