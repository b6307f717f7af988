import type { Problem } from '@rapporteur/api/errors';
import type { Attempt } from './attempt';
import { Issues } from './issues';

/** What went wrong, as text: the reason, then each field that is at fault. */
export function ProblemNotice({ problem }: { problem: Problem }) {
  return (
    <div className="problem" role="alert">
      <p>
        <strong>{problem.message}</strong>
      </p>
      {problem.issues.length > 0 && <Issues issues={problem.issues} />}
    </div>
  );
}

/** That a part of a screen could not be read: what is missing is not taken for nothing there. Each reason once. */
export function Unread({ reads }: { reads: readonly Attempt<unknown>[] }) {
  const problems = new Map(reads.flatMap((read) => (read.ok ? [] : [[read.problem.message, read.problem] as const])));
  return [...problems.values()].map((problem) => <ProblemNotice key={problem.message} problem={problem} />);
}
