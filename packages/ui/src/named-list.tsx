import type { RecordView } from '@rapporteur/domain/views';
import { Bare } from './bare';
import { KeptWithMarks, Marks, marksOn, marksWithin } from './evidence-mark';
import { Named } from './record-link';

interface Props {
  ids: readonly string[];
  /** The field that holds them. */
  field: string;
  record: Pick<RecordView, 'citations' | 'links'>;
  bare: ReadonlySet<string>;
  /** How many are named. */
  most?: number;
}

/** Records that a field names, each with its marks, and then those of the whole list. What rests on no passage is said once where it is all of them. */
export function NamedList({ ids, field, record: { citations, links }, bare, most = ids.length }: Props) {
  const named = ids.slice(0, most).map((id, index) => ({ id, at: `${field}/${index}` }));
  const none = named.every(({ at }) => bare.has(at));
  return (
    <>
      {named.map(({ id, at }, index) => (
        <span key={id}>
          {index === 0 ? '' : ', '}
          <KeptWithMarksAfter marks={marksWithin(citations, at)}>
            <Named id={id} links={links} />
          </KeptWithMarksAfter>
          {!none && bare.has(at) && <Bare />}
        </span>
      ))}
      <MarksAfter of={marksOn(citations, field)} />
      {none && <Bare />}
    </>
  );
}

/** A long name may wrap; only its marks stay with it, at a distance that a finger needs. */
export function KeptWithMarksAfter({ children, marks }: Parameters<typeof KeptWithMarks>[0]) {
  return (
    <>
      {children}
      <MarksAfter of={marks} />
    </>
  );
}

function MarksAfter({ of }: Parameters<typeof Marks>[0]) {
  if (of.length === 0) return null;
  return (
    <span className="nb after-link">
      <Marks of={of} />
    </span>
  );
}
