import type { ViewOf } from '@rapporteur/domain/views';
import { When } from '../dates';
import { Marked, marksFor } from '../evidence-mark';
import { CorrectionNotice, Facts, RecordHead, RecordTools, Section } from '../record-head';
import { Named } from '../record-link';
import { StanceTag, TurnTag } from '../terms';
import { Timeline } from '../timeline';
import { text } from '../text';
import { NamedBy } from './named-by';
import { Told, ToldTitle } from '../told';

export function PositionBody({ record }: { record: ViewOf<'position'> }) {
  const { content, citations, links } = record;
  const last = content.turns.at(-1);
  const t = text('body');
  return (
    <>
      <RecordHead kind="position" title={<ToldTitle record={record} />}>
        <p className="standfirst">
          {t.rich('position.where', {
            actor: () => <Named id={content.actor} links={links} />,
            issue: () => <Named id={content.issue} links={links} />,
          })}
        </p>
      </RecordHead>
      <RecordTools record={record} />
      <Facts
        facts={[
          {
            name: t('board.held'),
            value: <StanceTag stance={last?.stance ?? null} />,
            note: last === undefined ? null : t.rich('position.sinceWhen', { when: () => <When value={last.date} /> }),
          },
          { name: t('board.actor'), value: <Named id={content.actor} links={links} /> },
          { name: t('board.issue'), value: <Named id={content.issue} links={links} /> },
          {
            name: t('position.turns'),
            value: t('position.count', { count: content.turns.length }),
            note: t('position.oldest'),
          },
        ]}
      />
      <div className="with-rail">
        <div>
          <Section id="turns" title={t('position.turnByTurn')} first>
            <Timeline
              moments={content.turns.map((turn, index) => ({
                key: `${index}`,
                date: turn.date,
                title: (
                  <span className="turn-line">
                    <TurnTag turn={turn.turn} /> <StanceTag stance={turn.stance} />
                  </span>
                ),
                body: (
                  <>
                    <p>
                      <Told record={record} field={`/turns/${index}/summary`}>
                        <Marked text={turn.summary} marks={marksFor(citations, `/turns/${index}`)} />
                      </Told>
                    </p>
                    {[...turn.statements, ...turn.votes].length === 0 ? null : (
                      <ul className="basis">
                        {[...turn.statements, ...turn.votes].map((id) => (
                          <li key={id}>{t.rich('position.rests', { basis: () => <Named id={id} links={links} /> })}</li>
                        ))}
                      </ul>
                    )}
                  </>
                ),
              }))}
            />
          </Section>
        </div>
        <aside aria-label={t('position.about')}>
          <CorrectionNotice record={record} />
          <section className="rail-note">
            <h2>{t('position.how')}</h2>
            <p>{t('position.howText')}</p>
          </section>
          <NamedBy record={record} />
        </aside>
      </div>
    </>
  );
}
