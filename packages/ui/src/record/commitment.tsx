import type { ViewOf } from '@rapporteur/domain/views';
import { bareFields } from '../bare';
import { CommitmentSteps } from '../commitment-steps';
import { When } from '../dates';
import { KeptWithMarks, Marked, marksFor, marksWithin } from '../evidence-mark';
import { CorrectionNotice, Facts, RecordHead, RecordTools, Section } from '../record-head';
import { NamedList } from '../named-list';
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
  const bare = bareFields(record);
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
            value: <NamedList ids={content.owedBy} field="/owedBy" record={record} bare={bare} />,
          },
          {
            name: t('commitment.owedTo'),
            value:
              content.owedTo.length === 0 ? (
                silence()
              ) : (
                <NamedList ids={content.owedTo} field="/owedTo" record={record} bare={bare} />
              ),
          },
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
