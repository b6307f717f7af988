'use client';

import { pointerMover } from '@rapporteur/domain/merge/pointers';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { api, type Answers } from '../../client/api';
import { useDraft } from '../draft/context';
import type { Draft } from '../draft/draft';
import { isPart } from '../draft/store';

export type Thread = Answers['comment']['list']['items'][number];

/** A thread that is open, and the field of the text on the screen that it is about; null where it has none any more. */
interface Placed {
  thread: Thread;
  field: string | null;
}

interface Threads {
  /** Null before the record is saved: there is nothing yet that colleagues could see. */
  id: string | null;
  placed: readonly Placed[];
  /** Where a field of the text on the screen is in the text as it is saved; null where it is not saved yet. */
  savedPlace: (field: string) => string | null;
  reload: () => Promise<void>;
}

const ThreadsContext = createContext<Threads>({
  id: null,
  placed: [],
  savedPlace: () => null,
  reload: () => Promise.resolve(),
});

interface Props {
  id: string;
  /** The content as it is saved, and which version that is: threads stand in it. Null where nothing is saved. */
  saved: { content: Draft['content']; version: number } | null;
  children: ReactNode;
}

/** What colleagues say about the record, at the fields that it is about, wherever those have moved since it was saved. */
export function CommentThreads({ id, saved, children }: Props) {
  const queries = useQueryClient();
  const key = useMemo(() => ['comment.list', id, saved?.version ?? null], [id, saved?.version]);
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.comment.list.query({ id, state: 'open', limit: 50 }, { signal }),
    enabled: saved !== null,
    // What a reviewer says while the record is open is seen on return to the window.
    refetchOnWindowFocus: true,
  });
  const content = useDraft((draft) => draft.content);
  const threads = data?.items;
  const value = useMemo((): Threads => {
    const base = saved?.content ?? null;
    const same = base === null || base === content;
    const moved = same ? null : pointerMover(base, content);
    const back = same ? null : pointerMover(content, base);
    return {
      id: saved === null ? null : id,
      placed: (threads ?? []).map((thread) => ({
        thread,
        field: thread.currentField === null || moved === null ? thread.currentField : moved(thread.currentField),
      })),
      savedPlace: (field) => (back === null ? field : back(field)),
      reload: () => queries.invalidateQueries({ queryKey: key }),
    };
  }, [id, saved, content, threads, key, queries]);
  return <ThreadsContext value={value}>{children}</ThreadsContext>;
}

export const useThreads = (): Threads => use(ThreadsContext);

/** The open threads about a field or a part of it. */
export const threadsAt = (placed: readonly Placed[], pointer: string): Placed[] =>
  placed.filter(({ field }) => field !== null && isPart(field, pointer));
