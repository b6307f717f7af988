import { useEffect, useState } from 'react';
import { api, type Answers } from '../../../client/api';

type Found = Answers['queue']['find']['items'][number];

/** How long somebody may pause in typing before they are answered, in milliseconds. */
const pause = 120;

interface Search {
  items: readonly Found[];
  /** Whether an answer to what is typed now is still to come. */
  waiting: boolean;
  failed: boolean;
}

/** The records that fit what is typed. An answer that comes after more was typed is dropped. */
export function useFound(text: string): Search {
  const wanted = text.trim().slice(0, 200);
  const [answer, setAnswer] = useState<{ to: string; items: readonly Found[]; failed: boolean }>();
  useEffect(() => {
    if (wanted === '') return;
    const asking = new AbortController();
    const ask = setTimeout(() => {
      api.queue.find.query({ text: wanted, limit: 12 }, { signal: asking.signal }).then(
        ({ items }) => setAnswer({ to: wanted, items, failed: false }),
        () => !asking.signal.aborted && setAnswer({ to: wanted, items: [], failed: true }),
      );
    }, pause);
    return () => {
      clearTimeout(ask);
      asking.abort();
    };
  }, [wanted]);
  if (wanted === '' || answer === undefined) return { items: [], waiting: wanted !== '', failed: false };
  // Until the answer comes, what fitted before stays.
  return { items: answer.items, waiting: answer.to !== wanted, failed: answer.failed && answer.to === wanted };
}
