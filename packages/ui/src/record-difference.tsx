import { citation, type Citation } from '@rapporteur/domain/content/citation';
import { parseEdtf } from '@rapporteur/domain/edtf';
import type { RecordDiff, RecordLink } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { Instant } from './dates';
import { dateInWords } from './dates-in-words';
import { RecordLink as LinkTo } from './record-link';
import { plainText } from './rich-text';
import { text } from './text';
import { inOriginal } from './told';
import { fieldName, inSentence, silence, word } from './words';
import { wordDifference } from './word-difference';

type Links = Record<string, RecordLink>;
type Change = RecordDiff['changes'][number];

// Fields whose text is a term of the record, not somebody's words.
const terms =
  /^(?:type|use|role|form|rights|scope|force|nature|status|speech|act|channel|link|step|turn|stance|choice|scheme)$/;
const dates = /^(?:date|period|published)$/;

/** A value of a content as readers see it: terms and dates in words, references as links, absence as absence. */
function Value({ value, name, links }: { value: unknown; name: string; links: Links }): ReactNode {
  if (value === null || value === undefined) return <span className="hint">{silence()}</span>;
  if (typeof value === 'string') {
    const record = links[value];
    return record === undefined ? inItsLanguage(textOf(value, name), name) : <LinkTo record={record} />;
  }
  if (typeof value !== 'object') return String(value);
  if ('type' in value && value.type === 'doc') return inOriginal(plainText(value));
  const cited = citation.safeParse(value);
  if (cited.success) return <Cited citation={cited.data} links={links} />;
  if (Array.isArray(value)) {
    return value.length === 0 ? (
      <span className="hint">{text('changes')('diff.none')}</span>
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

/** Terms and dates are words of the page; everything else is as the record has it. */
const inItsLanguage = (shown: ReactNode, name: string): ReactNode =>
  terms.test(name) || dates.test(name) ? shown : inOriginal(shown);

/** A citation as readers know it: the words, where they stand, and what rests on them. */
function Cited({ citation: { field, role, passage }, links }: { citation: Citation; links: Links }) {
  const source = links[passage.source];
  const t = text('changes');
  return (
    <>
      {inOriginal(<q className="passage-rows">{passage.exact}</q>)}
      <small className="cited">
        {t('diff.cited', { role, field: inSentence(fieldName(field)) })}
        {source === undefined ? null : t.rich('diff.from', { source: () => <LinkTo record={source} /> })}
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
    return { before: inItsLanguage(side('added', 'del'), name), after: inItsLanguage(side('removed', 'ins'), name) };
  }
  return {
    before:
      change.kind === 'added' ? (
        text('changes')('diff.nothing')
      ) : (
        <del>
          <Value value={before} name={name} links={links} />
        </del>
      ),
    after:
      change.kind === 'removed' ? (
        text('changes')('diff.nothing')
      ) : (
        <ins>
          <Value value={after} name={name} links={links} />
        </ins>
      ),
  };
}

function ChangeCells({ change, links }: { change: Change; links: Links }) {
  const { before, after } = sidesOf(change, links);
  const t = text('changes');
  return (
    <>
      <td className={change.kind === 'added' ? 'same' : 'was'} data-label={t('diff.said')}>
        {before}
      </td>
      <td className={change.kind === 'removed' ? 'same' : 'is'} data-label={t('diff.says')}>
        {after}
      </td>
    </>
  );
}

/** A citation is a passage to readers: "Passage 3, role". */
function changedField(path: string): string {
  const [, index, rest = ''] = /^\/citations\/(\d+)(\/.*)?$/.exec(path) ?? [];
  if (index === undefined) return fieldName(path);
  const named = text('changes')('diff.passage', { number: String(Number(index) + 1) });
  return rest === '' ? named : `${named}, ${inSentence(fieldName(rest))}`;
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
  const t = text('changes');
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
          <th scope="col">{t('diff.field')}</th>
          <th scope="col">{was}</th>
          <th scope="col">{is}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.kind} ${change.path}`}>
            <th scope="row">
              {changedField(change.path)}
              <small>{t(`diff.${change.kind}`)}</small>
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
  const t = text('changes');
  if (changes.length === 0) return <p className="section-note">{t('diff.same')}</p>;
  const heading = ({ revisionNumber, publishedAt }: RecordDiff['from']) =>
    t.rich('diff.heading', {
      version: String(revisionNumber),
      when: () => <Instant value={publishedAt} style="short" />,
    });
  return (
    <ChangeTable
      caption={t('diff.caption', { from: String(from.revisionNumber), to: String(to.revisionNumber) })}
      was={heading(from)}
      is={heading(to)}
      changes={changes}
      links={links}
    />
  );
}
