'use client';

import type { Kind } from '@rapporteur/domain/kinds';
import dynamic from 'next/dynamic';
import { useCallback, useState, type ReactNode } from 'react';
import { useBook } from './book';
import { CreateContext } from './create-context';

const CreateDialog = dynamic(() => import('./create-dialog').then((module) => module.CreateDialog), { ssr: false });

interface Asked {
  kind: Kind;
  typed: string;
  made: (id: string) => void;
}

/** Lets every field below make a record that is missing, without leaving the one that is written. */
export function CreateProvider({ children }: { children: ReactNode }) {
  const { remember } = useBook();
  const [asked, setAsked] = useState<Asked | null>(null);
  const create = useCallback(
    (kind: Kind, typed: string, made: (id: string) => void) => setAsked({ kind, typed, made }),
    [],
  );
  return (
    <CreateContext value={create}>
      {children}
      {asked !== null && (
        <CreateDialog
          kind={asked.kind}
          typed={asked.typed}
          done={(made) => {
            setAsked(null);
            if (made === null) return;
            remember(made);
            asked.made(made.id);
          }}
        />
      )}
    </CreateContext>
  );
}
