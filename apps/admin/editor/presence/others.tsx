'use client';

import type { Present } from '@rapporteur/api/admin/presence';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { api, refusalOf } from '../../client/api';
import { useStore } from '../draft/context';

const OthersContext = createContext<readonly Present[]>([]);

export const useOthers = (): readonly Present[] => use(OthersContext);

/** How often the desk is told where somebody is, in milliseconds; it forgets them after twice that. */
const every = 10_000;

/** Tells the desk which field has the caret, and learns who else has the record open. */
export function Presence({ id, clientId, children }: { id: string; clientId: string; children: ReactNode }) {
  const store = useStore();
  const [others, setOthers] = useState<readonly Present[]>([]);
  useEffect(() => {
    let told: string | null = null;
    let ended = false;
    const tell = async () => {
      told = store.get().focused;
      try {
        const answer = await api.presence.beat.mutate({ id, field: told, clientId });
        if (!ended) setOthers(answer.others);
      } catch (error) {
        // Who is here can wait until the desk answers again.
        refusalOf(error);
      }
    };
    const beat = setInterval(() => void tell(), every);
    // A caret that moves is told soon, and not at every step.
    let soon: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = store.subscribe(() => {
      if (store.get().focused === told || soon !== undefined) return;
      soon = setTimeout(() => {
        soon = undefined;
        void tell();
      }, 800);
    });
    const leave = () => {
      void api.presence.leave.mutate({ id, clientId }).catch(refusalOf);
    };
    addEventListener('pagehide', leave);
    void tell();
    return () => {
      ended = true;
      clearInterval(beat);
      clearTimeout(soon);
      unsubscribe();
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [id, clientId, store]);
  return <OthersContext value={others}>{children}</OthersContext>;
}
