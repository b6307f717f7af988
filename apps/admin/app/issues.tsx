import type { FieldIssue } from '@rapporteur/domain/errors';
import { sentence } from '@rapporteur/ui/words';
import { issuePlace } from './issue-place';

/** What is wrong, place by place, each place in the words of the desk. */
export function Issues({ issues }: { issues: readonly FieldIssue[] }) {
  return (
    <ul>
      {issues.map(({ path, message }) => {
        const place = issuePlace(path);
        return (
          <li key={`${path} ${message}`}>
            {place === '' ? (
              sentence(message)
            ) : (
              <>
                <strong>{place}</strong> {message}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
