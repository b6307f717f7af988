import type { Decision } from '@rapporteur/domain/intake/views';

/** Beyond this, marks are too narrow to be told apart, and each stands for several. */
const mostMarks = 60;

type Mark = Decision | 'now' | null;

/** One mark for each proposal, in their order: how it was decided, which is open, and what is left. */
export function ProgressStrip({ marks, label }: { marks: readonly Mark[]; label: string }) {
  const step = Math.max(1, Math.ceil(marks.length / mostMarks));
  const shown = marks.filter((_, index) => index % step === 0);
  return (
    <span className="progress-bar" role="img" aria-label={label}>
      {shown.map((mark, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a mark is its place
        <i key={index} className={mark === null ? undefined : `is-${mark}`} />
      ))}
    </span>
  );
}
