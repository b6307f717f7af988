import type { ReactNode } from 'react';
import { isUncertain, When } from './dates';

export interface Moment {
  key: string;
  date: string;
  title: ReactNode;
  body?: ReactNode;
  /** Whether it has not come yet: an open dot. */
  ahead?: boolean;
}

/** Moments in the order given. A date that names no one day gets a dotted dot and is never placed on an invented day. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol className="timeline">
      {moments.map((moment) => (
        <li
          key={moment.key}
          className={moment.ahead === true ? 'is-ahead' : isUncertain(moment.date) ? 'is-uncertain' : undefined}
        >
          <p className="when">
            <When value={moment.date} style="short" />
          </p>
          <div>
            <h3>{moment.title}</h3>
            {moment.body}
          </div>
        </li>
      ))}
    </ol>
  );
}
