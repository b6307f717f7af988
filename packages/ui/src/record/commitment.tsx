import type { ViewOf } from '@rapporteur/domain/views';
import { CommitmentSteps } from '../commitment-steps';
import { When } from '../dates';
import { KeptWithMarks, Marked, Marks, marksFor, marksWithin } from '../evidence-mark';
import { CorrectionNotice, Facts, RecordHead, RecordTools, Section } from '../record-head';
import { Named } from '../record-link';
import { notOnRecord, word } from '../words';
import { NamedBy } from './named-by';
import { Timeline } from '../timeline';
import { Told, ToldTitle } from '../told';

export function CommitmentBody({ record }: { record: ViewOf<'commitment'> }) {
  const { content, citations, links } = record;
  const last = content.steps.at(-1);
  const names = (ids: readonly string[]) =>
    ids.map((id, index) => (
      <span key={id}>
        {index === 0 ? '' : ', '}
        <Named id={id} links={links} />
      </span>
    ));
  return (
    <>
      <RecordHead kind="commitment" title={<ToldTitle record={record} />}>
        <p className="standfirst">
          <Told record={record} field="/summary">
            <Marked text={content.summary} marks={marksWithin(citations, '/summary')} />
          </Told>
        </p>
      </RecordHead>
      <RecordTools record={record} />
      <Facts
        facts={[
          {
            name: 'Owed by',
            value: (
              <>
                {names(content.owedBy)}
                <Marks of={marksFor(citations, '/owedBy')} />
              </>
            ),
          },
          { name: 'Owed to', value: content.owedTo.length === 0 ? notOnRecord : names(content.owedTo) },
          {
            name: 'Programme',
            value: content.programme === null ? 'None' : <Named id={content.programme} links={links} />,
          },
          {
            name: 'Furthest step on record',
            value: last === undefined ? notOnRecord : word(last.step),
            note: last === undefined ? null : <When value={last.date} />,
          },
        ]}
      />
      <Section id="steps" title="How far it has come" first>
        <CommitmentSteps steps={content.steps} citations={citations} />
      </Section>
      <div className="with-rail section">
        <div>
          <Section id="step-by-step" title="Step by step" first>
            <Timeline
              moments={content.steps.map((step, index) => ({
                key: `${index}`,
                date: step.date,
                title: <KeptWithMarks marks={marksFor(citations, `/steps/${index}`)}>{word(step.step)}</KeptWithMarks>,
                body: (
                  <>
                    {step.note === null ? null : (
                      <p>
                        <Told record={record} field={`/steps/${index}/note`}>
                          {step.note}
                        </Told>
                      </p>
                    )}
                    {step.event === null ? null : (
                      <p>
                        At <Named id={step.event} links={links} />
                      </p>
                    )}
                  </>
                ),
              }))}
            />
          </Section>
        </div>
        <aside aria-label="About this commitment">
          <CorrectionNotice record={record} />
          <section className="rail-note">
            <h2>What a dashed step means</h2>
            <p>
              No source on record says that the step was taken. It may have been: not on record is not the same as not
              done.
            </p>
          </section>
          <NamedBy record={record} />
        </aside>
      </div>
    </>
  );
}
