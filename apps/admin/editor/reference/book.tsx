'use client';

import type { Reference } from '@rapporteur/api/admin/reference';
import { references } from '@rapporteur/domain/content/references';
import { edtfSchema } from '@rapporteur/domain/edtf';
import { kindOfId } from '@rapporteur/domain/ids';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { api } from '../../client/api';
import { useDraft, useStore } from '../draft/context';
import { valueAt } from '../draft/draft';

interface Book {
  known: ReadonlyMap<string, Reference>;
  /** Keeps a record that was just picked or made, so that its name is there at once. */
  remember: (reference: Reference) => void;
  /** The date of valid time on which the offices of persons are asked for. */
  day: string | null;
}

const BookContext = createContext<Book>({ known: new Map(), remember: () => undefined, day: null });

/** Asked for at once: a query is an address, and servers take addresses of a few thousand letters. */
const mostAtOnce = 120;

/** Knows the records that the draft names, by their ids. */
export function ReferenceBook({ children }: { children: ReactNode }) {
  const { kind } = useStore();
  const [picked, setPicked] = useState<ReadonlyMap<string, Reference>>(new Map());
  const day = useDraft((draft) => {
    const date = valueAt(draft, '/date');
    return typeof date === 'string' && edtfSchema.safeParse(date).success ? date : null;
  });
  const named = useDraft((draft) => {
    const cited = draft.citations.map(({ passage }) => passage.source);
    const ids = [...references(kind, draft.content).map(({ value }) => value), ...cited];
    return [...new Set(ids)]
      .filter((id) => kindOfId(id) !== null)
      .toSorted()
      .join(' ');
  });
  const ids = named === '' ? [] : named.split(' ');
  const { data } = useQuery({
    queryKey: ['reference.named', named, day],
    queryFn: ({ signal }) => namedInParts(ids, day, signal),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
  const remember = useCallback(
    (reference: Reference) => setPicked((before) => new Map(before).set(reference.id, reference)),
    [],
  );
  const book = useMemo(
    () => ({ known: new Map([...picked, ...(data ?? []).map((item) => [item.id, item] as const)]), remember, day }),
    [picked, data, remember, day],
  );
  return <BookContext value={book}>{children}</BookContext>;
}

async function namedInParts(ids: readonly string[], day: string | null, signal: AbortSignal): Promise<Reference[]> {
  const found: Reference[] = [];
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const part = await api.reference.named.query({ ids: ids.slice(from, from + mostAtOnce), day }, { signal });
    found.push(...part.items);
  }
  return found;
}

export const useBook = (): Book => use(BookContext);

/** What a record is called, as far as it is known here. */
export function useReference(id: string): Reference | undefined {
  return useBook().known.get(id);
}
