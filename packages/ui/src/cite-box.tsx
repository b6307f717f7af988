import { formatPermalink } from '@rapporteur/domain/permalink';
import type { RecordView } from '@rapporteur/domain/views';
import { Instant } from './dates';
import { hidden } from './hidden';
import { site } from './site';
import { text } from './text';
import { ToldTitle } from './told';

/** A format in which a revision can be cited: where it is downloaded, and its text to copy, where the page has it. */
export interface CitationFormat {
  name: string;
  href: string;
  text: string | null;
}

/** How to point at exactly this version. Everything is there without scripts: each format opens by itself. */
export function CiteBox({ record, formats }: { record: RecordView; formats: readonly CitationFormat[] }) {
  const t = text('records');
  const permanent = formatPermalink(record.id, record.revisionNumber);
  const version = String(record.revisionNumber);
  return (
    <section className="section" aria-labelledby="cite">
      <h2 id="cite" className="vh">
        {t('cite.title')}
      </h2>
      <div className="cite-box">
        <p>
          {t.rich('cite.text', {
            title: () => <ToldTitle record={record} />,
            stop: /[.?!…]$/.test(record.title) ? '' : '.',
            i: (words) => <i>{words}</i>,
            version,
            when: () => <Instant value={record.publishedAt} time />,
            address: () => (
              <a href={permanent} data-live="">
                <code>{`${site().origin}${permanent}`}</code>
              </a>
            ),
          })}
        </p>
        <p className="hint">{t('cite.always', { version })}</p>
        <CiteFormats formats={formats} />
      </div>
    </section>
  );
}

/** The formats of a citation, each to open, to copy and to download. */
export function CiteFormats({ formats }: { formats: readonly CitationFormat[] }) {
  if (formats.length === 0) return null;
  return (
    <ul className="cite-formats">
      {formats.map((format) => (
        <li key={format.name}>
          <Format {...format} />
        </li>
      ))}
    </ul>
  );
}

function Format({ name, href, text: copied }: CitationFormat) {
  if (copied === null) return <a href={href}>{name}</a>;
  return (
    <details>
      <summary>{name}</summary>
      <pre className="cite-text">{copied}</pre>
      <p>
        <a href={href}>{text('records').rich('cite.download', { format: name, hidden })}</a>
      </p>
    </details>
  );
}
