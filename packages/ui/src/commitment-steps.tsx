import type { CommitmentContent } from '@rapporteur/domain/content/commitment';
import type { CitationView } from '@rapporteur/domain/views';
import { When } from './dates';
import { KeptWithMarks, marksFor } from './evidence-mark';
import { silence, word } from './words';

const ladder = ['announced', 'agreed', 'legally_committed', 'allocated', 'delivered'] as const;

/** How far a commitment has come: solid where a step is on record, dashed where it is not. */
export function CommitmentSteps({
  steps,
  citations,
}: {
  steps: readonly Pick<CommitmentContent['steps'][number], 'step' | 'date'>[];
  citations: readonly CitationView[];
}) {
  const held = steps.map((step, index) => ({ ...step, field: `/steps/${index}` }));
  const ended = held.filter(({ step }) => step === 'lapsed' || step === 'superseded');
  const rungs = [...ladder, ...new Set(ended.map(({ step }) => step))].map((name) => ({
    name,
    step: held.findLast(({ step }) => step === name),
  }));
  const lastDone = rungs.findLastIndex(({ step }) => step !== undefined);
  return (
    <ol className={`steps steps--${rungs.length}`}>
      {rungs.map(({ name, step }, index) => (
        <li
          key={name}
          className={
            [step === undefined ? '' : 'is-done', index === lastDone ? 'is-last' : ''].join(' ').trim() || undefined
          }
        >
          <strong>{word(name)}</strong>
          {step === undefined ? (
            silence()
          ) : (
            <KeptWithMarks marks={marksFor(citations, step.field)}>
              <When value={step.date} style="short" />
            </KeptWithMarks>
          )}
        </li>
      ))}
    </ol>
  );
}
