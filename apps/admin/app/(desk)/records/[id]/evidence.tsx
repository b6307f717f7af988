import { readCitations } from './read-citations';

const roles = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  context: 'Gives context to',
} as const;

/** The passages of a revision, quoted with the words around them. */
export function Evidence({ citations }: { citations: unknown }) {
  const cited = readCitations(citations);
  if (cited.length === 0) return <p className="hint">No passage is cited yet.</p>;
  return (
    <ol className="evidence">
      {cited.map((citation, index) => (
        // Two citations may be alike in all but their place.
        <li key={index} id={`passage-${index + 1}`}>
          <p className="hint">
            {index + 1}. {roles[citation.role]} <code>{citation.field}</code>
          </p>
          <blockquote>
            {citation.passage.prefix}
            <mark className="passage">{citation.passage.exact}</mark>
            {citation.passage.suffix}
          </blockquote>
          <p className="hint">
            <a href={`/records/${citation.passage.source}`}>Source</a>, characters {citation.passage.start} to{' '}
            {citation.passage.end}, <code title={citation.passage.sha256}>{citation.passage.sha256.slice(0, 12)}…</code>
          </p>
        </li>
      ))}
    </ol>
  );
}
