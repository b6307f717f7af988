import type { Problem } from '@rapporteur/api/errors';

/** What went wrong, as text: the reason, then each field that is at fault. */
export function ProblemNotice({ problem }: { problem: Problem }) {
  return (
    <div className="problem" role="alert">
      <p>
        <strong>{problem.message}</strong>
      </p>
      {problem.issues.length > 0 && (
        <ul>
          {problem.issues.map((issue) => (
            <li key={`${issue.path} ${issue.message}`}>
              <code>{issue.path}</code> {issue.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
