import type { ViewOf } from '@rapporteur/domain/views';
import { AttributionChain } from '../attribution-chain';
import { When } from '../dates';
import { Excerpts } from '../excerpts';
import { Marked, Marks, marksFor, marksWithin } from '../evidence-mark';
import { CorrectionNotice, RecordTools, Section } from '../record-head';
import { KindTag, Named } from '../record-link';
import { plural, word } from '../words';
import { NamedBy } from './named-by';
import { Told } from '../told';

export function StatementBody({ record }: { record: ViewOf<'statement'> }) {
  const { content, citations, links } = record;
  const independent = content.reports.filter((report) => report.repeats === null).length;
  const claimed = marksWithin(citations, '/claims');
  const marks =
    marksFor(citations, '/text').length > 0 ? marksFor(citations, '/text') : marksWithin(citations, '/claims');
  return (
    <>
      <div className="said">
        <div>
          <h1 className="vh">{record.title}</h1>
          <p className="said-form">
            <KindTag kind="statement" />
            <span>
              {content.speech === 'direct'
                ? 'Direct speech: the speaker’s words'
                : 'Indirect speech: the reporter’s words, so no quotation marks'}
            </span>
          </p>
          <blockquote className="said-quote">
            <p>
              <Told record={record} field="/text">
                <Marked text={content.speech === 'direct' ? `“${content.text}”` : content.text} marks={marks} />
              </Told>
            </p>
          </blockquote>
          <p className="said-by">
            <strong>
              <Named id={content.speaker} links={links} />
            </strong>
            <span>
              {content.capacity === null ? (
                'Capacity on that day not on record'
              ) : (
                <>
                  <Told record={record} field="/capacity">
                    {content.capacity}
                  </Told>{' '}
                  on that day
                </>
              )}
              . <When value={content.date} />
            </span>
          </p>
        </div>
        <aside aria-label="How it is known">
          <section className="rail-note">
            <h2>
              {plural(content.reports.length, 'report')}, {independent} independent
            </h2>
            <p>A report that repeats another shares its origin; both count as one.</p>
          </section>
          <CorrectionNotice record={record} />
        </aside>
      </div>
      <RecordTools record={record} />
      <Section id="chain" title="How these words reached us">
        <AttributionChain statement={content} citations={citations} links={links} translated={record} />
      </Section>
      <div className="with-rail section">
        <div>
          {claimed.length === 0 ? null : (
            <Section id="passages" title="The passage in its place" first>
              <Excerpts citations={claimed} />
            </Section>
          )}
          <Section id="claims" title="What it is taken to say" first={claimed.length === 0}>
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
                      {claim.issue === null ? (
                        claim.role === 'reason' ? (
                          'Reason given'
                        ) : (
                          'Claim'
                        )
                      ) : (
                        <>
                          On <Named id={claim.issue} links={links} />
                        </>
                      )}
                    </small>
                  </div>
                  <span className="hint">{word(claim.role)}</span>
                </li>
              ))}
            </ol>
          </Section>
          <Section id="reports" title="Reports of it">
            <ul className="reports">
              {content.reports.map((report, index) => (
                <li key={report.source} {...(report.repeats === null ? {} : { className: 'repeats' })}>
                  <Named id={report.source} links={links} />
                  <Marks of={marksWithin(citations, `/reports/${index}`)} />
                  <br />
                  <small>
                    {report.repeats === null ? (
                      'Independent.'
                    ) : (
                      <>
                        Repeats <Named id={report.repeats} links={links} />
                      </>
                    )}
                  </small>
                </li>
              ))}
            </ul>
          </Section>
        </div>
        <aside aria-label="About this statement">
          {content.programmes.length === 0 ? null : (
            <section className="rail-note">
              <h2>Programmes it speaks of</h2>
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
