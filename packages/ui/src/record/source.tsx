import type { ViewOf } from '@rapporteur/domain/views';
import { When, Instant } from '../dates';
import { Glyph } from '../glyph';
import { CorrectionNotice, Facts, RecordHead, RecordTools, Section } from '../record-head';
import { hrefOf, Named } from '../record-link';
import { RobustLink } from '../robust-link';
import { SourceText } from '../source-text';
import { languageName, plural, word } from '../words';
import { Told } from '../told';

export function SourceBody({ record }: { record: ViewOf<'source'> }) {
  const { content, links } = record;
  const texts = record.texts.toSorted((a, b) => b.version - a.version);
  const [newest, ...older] = texts;
  return (
    <>
      <RecordHead kind="source" title={record.title} tag={`Source, ${word(content.form).toLowerCase()}`}>
        <p className="byline">
          <span>
            {content.publisher === null ? 'Publisher not on record' : <Named id={content.publisher} links={links} />}
          </span>
          <span>
            {content.published === null ? (
              'Date of publication not on record'
            ) : (
              <>
                Published <When value={content.published} />
              </>
            )}
          </span>
          <span>{content.author ?? 'Reporter not named'}</span>
          <span>{languageName(content.language)}</span>
          <Original address={content.address} words="Open the original" record={record} />
          <Original address={content.archivedAddress} words="Open the archived copy" record={record} />
        </p>
        {content.note === null ? null : (
          <p className="source-note">
            <Told record={record} field="/note">
              {content.note}
            </Told>
          </p>
        )}
        {content.licence === null ? null : <p className="hint">Licence: {content.licence}</p>}
      </RecordHead>
      <RecordTools record={record} />
      {newest === undefined ? (
        <p className="section-note section">No text of this source is on record at this date.</p>
      ) : (
        <>
          <div className="source-bar">
            <span>
              <strong>
                Version {newest.version} of {texts.length}
              </strong>
              , archived <Instant value={newest.fetched} time style="short" />
            </span>
            {older.map((text) => (
              <a key={text.version} href={`#version-${text.version}`}>
                Version {text.version}, archived <Instant value={text.fetched} style="short" />
              </a>
            ))}
          </div>
          <section aria-labelledby={`version-${newest.version}`}>
            <h2 className="vh" id={`version-${newest.version}`}>
              The text
            </h2>
            <SourceText version={newest} language={content.language} source={hrefOf(record)} />
          </section>
        </>
      )}
      {older.map((text) => (
        <Section key={text.version} id={`version-${text.version}`} title={`Version ${text.version}, archived earlier`}>
          <p className="hint">
            Archived <Instant value={text.fetched} time />
          </p>
          <SourceText version={text} language={content.language} source={hrefOf(record)} />
        </Section>
      ))}
      <CorrectionNotice record={record} />
      {newest === undefined ? null : <AboutTheCopy record={record} newest={newest} />}
    </>
  );
}

/** What is kept of the source, and how anybody can check that it is the same. */
function AboutTheCopy({ record, newest }: { record: ViewOf<'source'>; newest: ViewOf<'source'>['texts'][number] }) {
  const resting = new Set(
    record.texts.flatMap(({ passages }) => passages.flatMap(({ restingOn }) => restingOn.map((one) => one.record.id))),
  );
  return (
    <section className="section" aria-labelledby="copy">
      <div className="section-head section-rule">
        <h2 id="copy">About this copy</h2>
      </div>
      <Facts
        facts={[
          {
            name: 'Shown',
            value: newest.text === null ? 'Cited passages' : 'In full',
            note: `${plural(newest.length, 'character')} are kept`,
          },
          {
            name: 'Fingerprint',
            value: <code className="fingerprint">{newest.sha256}</code>,
            note: `SHA-256 of version ${newest.version}`,
          },
          { name: 'Archived', value: <Instant value={newest.fetched} time style="short" /> },
          { name: 'Passages in use', value: newest.passages.length },
          { name: 'Records that rest on it', value: resting.size },
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
