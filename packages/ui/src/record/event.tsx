import type { ViewOf } from '@rapporteur/domain/views';
import { When } from '../dates';
import { KeptWithMarks, Marked, Marks, marksFor, marksWithin } from '../evidence-mark';
import { CorrectionNotice, Facts, RecordHead, RecordTools, Section } from '../record-head';
import { Named } from '../record-link';
import { silence, word } from '../words';
import { text } from '../text';
import { NamedBy, StatementList } from './named-by';
import { Told, ToldTitle } from '../told';
import { RollCall } from './roll-call';

export function EventBody({ record }: { record: ViewOf<'event'> }) {
  const { content, citations, links } = record;
  const t = text('body');
  return (
    <>
      <RecordHead kind="event" title={<ToldTitle record={record} />} tag={word(content.type)}>
        {content.summary === null || content.title.startsWith(content.summary) ? null : (
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
          {content.choices.length === 0 ? null : (
            <Section id="choices" title={t('event.choices')} first>
              <RollCall record={record} />
            </Section>
          )}
          {content.participants.length === 0 && content.choices.length > 0 ? null : (
            <Section id="participants" title={t('event.participants')} first={content.choices.length === 0}>
              {content.participants.length === 0 ? (
                <p className="section-note">{t('event.noParticipant')}</p>
              ) : (
                <Participants record={record} />
              )}
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

function Participants({ record }: { record: ViewOf<'event'> }) {
  const t = text('body');
  return (
    <table className="table">
      <caption className="vh">{t('event.participantsCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('board.actor')}</th>
          <th scope="col">{t('actor.role')}</th>
        </tr>
      </thead>
      <tbody>
        {record.content.participants.map(({ actor, role }, index) => (
          <tr key={`${actor} ${role}`}>
            <th scope="row">
              <Named id={actor} links={record.links} />
              <Marks of={marksFor(record.citations, `/participants/${index}`)} />
            </th>
            <td data-label={t('actor.role')}>{word(role)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
