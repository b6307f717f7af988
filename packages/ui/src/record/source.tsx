import type { ViewOf } from '@rapporteur/domain/views';
import { When, Instant } from '../dates';
import { Glyph } from '../glyph';
import { CorrectionNotice, Facts, RecordHead, RecordTools, Section } from '../record-head';
import { hrefOf, Named } from '../record-link';
import { RobustLink } from '../robust-link';
import { Parts } from '../source-parts';
import { SourceText } from '../source-text';
import { languageName, lower } from '../words';
import { text } from '../text';
import { Told } from '../told';
import { foreign } from '../record-link';
import { original } from '@rapporteur/domain/translation/languages';

export function SourceBody({ record }: { record: ViewOf<'source'> }) {
  const { content, links } = record;
  const t = text('body');
  const texts = record.texts.toSorted((a, b) => b.version - a.version);
  const [newest, ...older] = texts;
  const part = newest?.part ?? 1;
  const shown = older.filter(({ parts }) => part <= parts);
  // A version that is shorter has no such part: it is read from its beginning.
  const wayTo = (one: ViewOf<'source'>['texts'][number]) =>
    `${part <= one.parts ? '' : hrefOf(record)}#version-${one.version}`;
  const parts = <Parts source={hrefOf(record)} part={part} parts={Math.max(...texts.map((one) => one.parts), 1)} />;
  return (
    <>
      <RecordHead
        kind="source"
        title={<span {...foreign(original)}>{record.title}</span>}
        tag={t('source.tag', { form: lower(content.form) })}
      >
        <p className="byline">
          <span>
            {content.publisher === null ? t('source.noPublisher') : <Named id={content.publisher} links={links} />}
          </span>
          <span>
            {content.published === null
              ? t('source.noDate')
              : t.rich('source.published', { when: () => <When value={content.published ?? ''} /> })}
          </span>
          <span>{content.author ?? t('source.noReporter')}</span>
          <span>{languageName(content.language)}</span>
          <Original address={content.address} words={t('source.original')} record={record} />
          <Original address={content.archivedAddress} words={t('source.archived')} record={record} />
        </p>
        {content.note === null ? null : (
          <p className="source-note">
            <Told record={record} field="/note">
              {content.note}
            </Told>
          </p>
        )}
        {content.licence === null ? null : <p className="hint">{t('source.licence', { licence: content.licence })}</p>}
      </RecordHead>
      <RecordTools record={record} />
      {newest === undefined ? (
        <p className="section-note section">{t('source.noText')}</p>
      ) : (
        <>
          <div className="source-bar">
            <span>
              {t.rich('source.newest', {
                b: (words) => <strong>{words}</strong>,
                version: String(newest.version),
                versions: String(texts.length),
                when: () => <Instant value={newest.fetched} time style="short" />,
              })}
            </span>
            {older.map((one) => (
              <a key={one.version} href={wayTo(one)}>
                {t.rich('source.older', {
                  version: String(one.version),
                  when: () => <Instant value={one.fetched} style="short" />,
                })}
              </a>
            ))}
          </div>
          {parts}
          {part > newest.parts ? null : (
            <section aria-labelledby={`version-${newest.version}`}>
              <h2 className="vh" id={`version-${newest.version}`}>
                {t('source.text')}
              </h2>
              <SourceText version={newest} language={content.language} source={hrefOf(record)} />
            </section>
          )}
        </>
      )}
      {shown.map((one) => (
        <Section
          key={one.version}
          id={`version-${one.version}`}
          title={t('source.earlier', { version: String(one.version) })}
        >
          <p className="hint">{t.rich('source.archivedWhen', { when: () => <Instant value={one.fetched} time /> })}</p>
          <SourceText version={one} language={content.language} source={hrefOf(record)} />
        </Section>
      ))}
      {parts}
      <CorrectionNotice record={record} />
      {newest === undefined ? null : <AboutTheCopy newest={newest} />}
    </>
  );
}

/** What is kept of the source, and how anybody can check that it is the same. */
function AboutTheCopy({ newest }: { newest: ViewOf<'source'>['texts'][number] }) {
  const t = text('body');
  return (
    <section className="section" aria-labelledby="copy">
      <div className="section-head section-rule">
        <h2 id="copy">{t('source.copy')}</h2>
      </div>
      <Facts
        facts={[
          {
            name: t('source.shown'),
            value: t(newest.text === null ? 'source.passagesOnly' : 'source.inFull'),
            note: t('source.kept', { count: newest.length }),
          },
          {
            name: t('source.fingerprint'),
            value: <code className="fingerprint">{newest.sha256}</code>,
            note: t('source.sha', { version: String(newest.version) }),
          },
          { name: t('source.archivedFact'), value: <Instant value={newest.fetched} time style="short" /> },
          { name: t('source.passagesInUse'), value: newest.passagesInUse },
          { name: t('source.resting'), value: newest.resting },
        ]}
      />
    </section>
  );
}

/** The page that the newest copy was taken from, with that copy and its day. */
function Original({ address, words, record }: { address: string | null; words: string; record: ViewOf<'source'> }) {
  const { versions, archivedAddress } = record.content;
  const newest = versions.at(-1);
  if (address === null || newest === undefined) return null;
  const copy = archivedAddress ?? `${hrefOf(record)}#version-${versions.length}`;
  return (
    <span>
      <RobustLink href={address} original={record.content.address ?? address} copy={copy} date={newest.fetched}>
        {words} <Glyph name="i-external" className="i" />
      </RobustLink>
    </span>
  );
}
