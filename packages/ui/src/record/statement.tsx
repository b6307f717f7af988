import type { ViewOf } from '@rapporteur/domain/views';
import { AttributionChain } from '../attribution-chain';
import { Bare, bareFields } from '../bare';
import { When } from '../dates';
import { Excerpts } from '../excerpts';
import { Marked, Marks, marksFor, marksWithin, TrailingMarks } from '../evidence-mark';
import { CorrectionNotice, RecordTools, Section } from '../record-head';
import { KindTag, Named } from '../record-link';
import { word } from '../words';
import { text } from '../text';
import { NamedBy } from './named-by';
import { Told, ToldTitle } from '../told';

export function StatementBody({ record }: { record: ViewOf<'statement'> }) {
  const { content, citations, links } = record;
  const bare = bareFields(record);
  const t = text('body');
  const independent = content.reports.filter((report) => report.repeats === null).length;
  const claimed = marksWithin(citations, '/claims');
  const marks =
    marksFor(citations, '/text').length > 0 ? marksFor(citations, '/text') : marksWithin(citations, '/claims');
  return (
    <>
      <div className="said">
        <div>
          <h1 className="vh">
            <ToldTitle record={record} />
          </h1>
          <p className="said-form">
            <KindTag kind="statement" />
            <span>{t(content.speech === 'direct' ? 'directLong' : 'indirectLong')}</span>
          </p>
          <blockquote className="said-quote">
            <p>
              <Told record={record} field="/text">
                <Marked
                  text={content.speech === 'direct' ? t('quoted', { text: content.text }) : content.text}
                  marks={marks}
                />
              </Told>
            </p>
          </blockquote>
          <p className="said-by">
            <strong>
              <Named id={content.speaker} links={links} />
            </strong>
            <span>
              {content.capacity === null
                ? t('statement.noCapacity')
                : t.rich('statement.capacity', {
                    capacity: () => (
                      <Told record={record} field="/capacity">
                        {content.capacity}
                      </Told>
                    ),
                  })}
              . <When value={content.date} />
              <TrailingMarks of={marksFor(citations, '/date')} />
              {bare.has('/date') && <Bare />}
            </span>
          </p>
        </div>
        <aside aria-label={t('statement.known')}>
          <section className="rail-note">
            <h2>{t('statement.reports', { count: content.reports.length, independent })}</h2>
            <p>{t('statement.reportsText')}</p>
          </section>
          <CorrectionNotice record={record} />
        </aside>
      </div>
      <RecordTools record={record} />
      <Section id="chain" title={t('statement.chain')}>
        <AttributionChain statement={content} citations={citations} links={links} translated={record} bare={bare} />
      </Section>
      <div className="with-rail section">
        <div>
          {claimed.length === 0 ? null : (
            <Section id="passages" title={t('statement.passage')} first>
              <Excerpts citations={claimed} />
            </Section>
          )}
          <Section id="claims" title={t('statement.claims')} first={claimed.length === 0}>
            <ol className="claims">
              {content.claims.map((claim, index) => (
                <li key={index}>
                  <div>
                    <p>
                      <Told record={record} field={`/claims/${index}/text`}>
                        <Marked text={claim.text} marks={marksFor(citations, `/claims/${index}`)} />
                      </Told>
                    </p>
                    <small>
                      {claim.issue === null
                        ? claim.role === 'reason'
                          ? t('statement.reason')
                          : t('statement.claim')
                        : t.rich('statement.on', { issue: () => <Named id={claim.issue ?? ''} links={links} /> })}
                    </small>
                  </div>
                  <span className="hint">{word(claim.role)}</span>
                </li>
              ))}
            </ol>
          </Section>
          <Section id="reports" title={t('statement.reportsOf')}>
            <ul className="reports">
              {content.reports.map((report, index) => (
                <li key={report.source} {...(report.repeats === null ? {} : { className: 'repeats' })}>
                  <Named id={report.source} links={links} />
                  <Marks of={marksWithin(citations, `/reports/${index}`)} />
                  <br />
                  <small>
                    {report.repeats === null
                      ? t('statement.independent')
                      : t.rich('statement.repeats', { other: () => <Named id={report.repeats ?? ''} links={links} /> })}
                  </small>
                </li>
              ))}
            </ul>
          </Section>
        </div>
        <aside aria-label={t('statement.about')}>
          {content.programmes.length === 0 ? null : (
            <section className="rail-note">
              <h2>{t('statement.programmes')}</h2>
              <ul>
                {content.programmes.map((id) => (
                  <li key={id}>
                    <Named id={id} links={links} />
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
