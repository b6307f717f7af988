import type { ViewOf } from '@rapporteur/domain/views';
import { CommitmentSteps } from '../commitment-steps';
import { When } from '../dates';
import { KeptWithMarks, Marked, Marks, marksFor, marksWithin } from '../evidence-mark';
import { CorrectionNotice, Facts, RecordHead, RecordTools, Section } from '../record-head';
import { Named } from '../record-link';
import { kindName, silence, word } from '../words';
import { text } from '../text';
import { NamedBy } from './named-by';
import { Timeline } from '../timeline';
import { Told, ToldTitle } from '../told';

export function CommitmentBody({ record }: { record: ViewOf<'commitment'> }) {
  const { content, citations, links } = record;
  const t = text('body');
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
            name: t('commitment.owedBy'),
            value: (
              <>
                {names(content.owedBy)}
                <Marks of={marksFor(citations, '/owedBy')} />
              </>
            ),
          },
          { name: t('commitment.owedTo'), value: content.owedTo.length === 0 ? silence() : names(content.owedTo) },
          {
            name: kindName('programme'),
            value: content.programme === null ? t('commitment.none') : <Named id={content.programme} links={links} />,
          },
          {
            name: t('commitment.furthest'),
            value: last === undefined ? silence() : word(last.step),
            note: last === undefined ? null : <When value={last.date} />,
          },
        ]}
      />
      <Section id="steps" title={t('commitment.far')} first>
        <CommitmentSteps steps={content.steps} citations={citations} />
      </Section>
      <div className="with-rail section">
        <div>
          <Section id="step-by-step" title={t('commitment.steps')} first>
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
                      <p>{t.rich('commitment.at', { event: () => <Named id={step.event ?? ''} links={links} /> })}</p>
                    )}
                  </>
                ),
              }))}
            />
          </Section>
        </div>
        <aside aria-label={t('commitment.about')}>
          <CorrectionNotice record={record} />
          <section className="rail-note">
            <h2>{t('commitment.dashed')}</h2>
            <p>{t('commitment.dashedText')}</p>
          </section>
          <NamedBy record={record} />
        </aside>
      </div>
    </>
  );
}
