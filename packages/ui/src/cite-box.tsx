import { formatPermalink } from '@rapporteur/domain/permalink';
import type { RecordView } from '@rapporteur/domain/views';
import { Instant } from './dates';
import { ToldTitle } from './told';

/** A format in which a revision can be cited: where it is downloaded, and its text to copy, where the page has it. */
export interface CitationFormat {
  name: string;
  href: string;
  text: string | null;
}

/** How to point at exactly this version. Everything is there without scripts: each format opens by itself. */
export function CiteBox({ record, formats }: { record: RecordView; formats: readonly CitationFormat[] }) {
  const permanent = formatPermalink(record.id, record.revisionNumber);
  return (
    <section className="section" aria-labelledby="cite">
      <h2 id="cite" className="vh">
        Cite this page
      </h2>
      <div className="cite-box">
        <p>
          “<ToldTitle record={record} />
          {/[.?!…]$/.test(record.title) ? '' : '.'}” <i>Rapporteur</i>, version {record.revisionNumber},{' '}
          <Instant value={record.publishedAt} time />.{' '}
          <a href={permanent} data-live="">
            <code>{permanent}</code>
          </a>
        </p>
        <p className="hint">This address will always show version {record.revisionNumber}.</p>
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

function Format({ name, href, text }: CitationFormat) {
  if (text === null) return <a href={href}>{name}</a>;
  return (
    <details>
      <summary>{name}</summary>
      <pre className="cite-text">{text}</pre>
      <p>
        <a href={href}>
          Download<span className="vh"> as {name}</span>
        </a>
      </p>
    </details>
  );
}
