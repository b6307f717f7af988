import { citation, type Citation } from '@rapporteur/domain/content/citation';
import { parseEdtf } from '@rapporteur/domain/edtf';
import type { RecordDiff, RecordLink } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { Instant } from './dates';
import { dateInWords } from './dates-in-words';
import { RecordLink as LinkTo } from './record-link';
import { plainText } from './rich-text';
import { fieldName, notOnRecord, word } from './words';
import { wordDifference } from './word-difference';

type Links = Record<string, RecordLink>;
type Change = RecordDiff['changes'][number];

// Fields whose text is a term of the record, not somebody's words.
const terms =
  /^(?:type|use|role|form|rights|scope|force|nature|status|speech|act|channel|link|step|turn|stance|choice|scheme)$/;
const dates = /^(?:date|period|published)$/;

/** A value of a content as readers see it: terms and dates in words, references as links, absence as absence. */
function Value({ value, name, links }: { value: unknown; name: string; links: Links }): ReactNode {
  if (value === null || value === undefined) return <span className="hint">{notOnRecord}</span>;
  if (typeof value === 'string') {
    const record = links[value];
    return record === undefined ? textOf(value, name) : <LinkTo record={record} />;
  }
  if (typeof value !== 'object') return String(value);
  if ('type' in value && value.type === 'doc') return plainText(value);
  const cited = citation.safeParse(value);
  if (cited.success) return <Cited citation={cited.data} links={links} />;
  if (Array.isArray(value)) {
    return value.length === 0 ? (
      <span className="hint">None</span>
    ) : (
      <ul>
        {value.map((item, index) => (
          <li key={index}>
            <Value value={item} name={name} links={links} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <dl className="diff-object">
      {Object.entries(value).map(([key, item]) => (
        <div key={key}>
          <dt>{fieldName(`/${key}`)}</dt>
          <dd>
            <Value value={item} name={key} links={links} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A citation as readers know it: the words, where they stand, and what rests on them. */
function Cited({ citation: { field, role, passage }, links }: { citation: Citation; links: Links }) {
  const source = links[passage.source];
  return (
    <>
      <q>{passage.exact}</q>
      <small className="cited">
        {word(role)} {fieldName(field).toLowerCase()}
        {source === undefined ? null : (
          <>
            . From <LinkTo record={source} />
          </>
        )}
      </small>
    </>
  );
}

function textOf(value: string, name: string): string {
  if (terms.test(name)) return word(value);
  if (!dates.test(name)) return value;
  try {
    parseEdtf(value);
    return dateInWords(value, 'long');
  } catch {
    return value;
  }
}

const changeWords = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;

const lastName = (path: string) => path.split('/').findLast((part) => !/^\d+$/.test(part)) ?? '';

/** The two sides of a change: what was, with what went struck, and what is, with what came underlined. */
export function sidesOf(change: Change, links: Links): { before: ReactNode; after: ReactNode } {
  const { before, after, path } = change;
  const name = lastName(path);
  const shown = (value: unknown) =>
    typeof value === 'string' && links[value] === undefined ? textOf(value, name) : null;
  const was = shown(before);
  const is = shown(after);
  if (change.kind === 'changed' && was !== null && is !== null) {
    const pieces = wordDifference(was, is);
    const side = (other: 'added' | 'removed', Tag: 'ins' | 'del') =>
      pieces.map((piece, index) =>
        piece.kind === 'same' ? piece.text : piece.kind === other ? null : <Tag key={index}>{piece.text}</Tag>,
      );
    return { before: side('added', 'del'), after: side('removed', 'ins') };
  }
  return {
    before:
      change.kind === 'added' ? (
        'Nothing recorded'
      ) : (
        <del>
          <Value value={before} name={name} links={links} />
        </del>
      ),
    after:
      change.kind === 'removed' ? (
        'Nothing recorded'
      ) : (
        <ins>
          <Value value={after} name={name} links={links} />
        </ins>
      ),
  };
}

function ChangeCells({ change, links }: { change: Change; links: Links }) {
  const { before, after } = sidesOf(change, links);
  return (
    <>
      <td className={change.kind === 'added' ? 'same' : 'was'} data-label="It said">
        {before}
      </td>
      <td className={change.kind === 'removed' ? 'same' : 'is'} data-label="It says">
        {after}
      </td>
    </>
  );
}

interface ChangeTableProps {
  caption: string;
  /** What heads the column of the version before, and of the one after. */
  was: ReactNode;
  is: ReactNode;
  changes: readonly Change[];
  links: Links;
}

/** Changes field by field. Removed is struck and added underlined, never colour alone. */
export function ChangeTable({ caption, was, is, changes, links }: ChangeTableProps) {
  return (
    <table className="table compare">
      <caption className="vh">{caption}</caption>
      <colgroup>
        <col className="what" />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">{was}</th>
          <th scope="col">{is}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.kind} ${change.path}`}>
            <th scope="row">
              {fieldName(change.path).replace(/^Citation (\d+)/, 'Passage $1')}
              <small>{changeWords[change.kind]}</small>
            </th>
            <ChangeCells change={change} links={links} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What two public versions of a record say, field by field. */
export function RecordDifference({ diff: { from, to, changes, links } }: { diff: RecordDiff }) {
  if (changes.length === 0) return <p className="section-note">These two versions say the same.</p>;
  const heading = ({ revisionNumber, publishedAt }: RecordDiff['from']) => (
    <>
      Version {revisionNumber}, <Instant value={publishedAt} style="short" />
    </>
  );
  return (
    <ChangeTable
      caption={`Fields that differ between version ${from.revisionNumber} and version ${to.revisionNumber}`}
      was={heading(from)}
      is={heading(to)}
      changes={changes}
      links={links}
    />
  );
}
