import type { ViewOf } from '@rapporteur/domain/views';
import { When } from '../dates';
import { Marked, marksFor } from '../evidence-mark';
import { CorrectionNotice, Facts, RecordHead, RecordTools, Section } from '../record-head';
import { Named, nameOf } from '../record-link';
import { StanceTag, TurnTag } from '../terms';
import { Timeline } from '../timeline';
import { plural } from '../words';
import { NamedBy } from './named-by';
import { Told } from '../told';

export function PositionBody({ record }: { record: ViewOf<'position'> }) {
  const { content, citations, links } = record;
  const last = content.turns.at(-1);
  return (
    <>
      <RecordHead kind="position" title={record.title}>
        <p className="standfirst">
          Where {nameOf(content.actor, links)} stands on <Named id={content.issue} links={links} />, turn by turn.
        </p>
      </RecordHead>
      <RecordTools record={record} />
      <Facts
        facts={[
          {
            name: 'Held now',
            value: <StanceTag stance={last?.stance ?? null} />,
            note:
              last === undefined ? null : (
                <>
                  since <When value={last.date} />
                </>
              ),
          },
          { name: 'Actor', value: <Named id={content.actor} links={links} /> },
          { name: 'Issue', value: <Named id={content.issue} links={links} /> },
          { name: 'Turns', value: plural(content.turns.length, 'turn'), note: 'Oldest first below' },
        ]}
      />
      <div className="with-rail">
        <div>
          <Section id="turns" title="Turn by turn" first>
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
                          <li key={id}>
                            Rests on <Named id={id} links={links} />
                          </li>
                        ))}
                      </ul>
                    )}
                  </>
                ),
              }))}
            />
          </Section>
        </div>
        <aside aria-label="About this position">
          <CorrectionNotice record={record} />
          <section className="rail-note">
            <h2>How to read the turns</h2>
            <p>
              A turn is a moment: new, restated, hardened, softened, reversed or lapsed. The stance is what is held from
              then on. After a lapse nothing is on record, which is not neutral.
            </p>
          </section>
          <NamedBy record={record} />
        </aside>
      </div>
    </>
  );
}
