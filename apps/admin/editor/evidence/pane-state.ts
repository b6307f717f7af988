import type { Citation } from '@rapporteur/domain/content/citation';
import { createContext, use, useSyncExternalStore } from 'react';
import { passageKey } from '../draft/draft';

type Passage = Citation['passage'];

export interface PaneState {
  /** The source on show, and which of its versions; null for the newest. */
  readonly source: string | null;
  readonly sha256: string | null;
  /** A passage in use that is looked at. */
  readonly shown: string | null;
  /** What is selected in the text that is read, as a passage. */
  readonly selected: Passage | null;
}

type Listener = () => void;

/** What the evidence pane shows. Kept outside its component, because marks and keys all over the editor steer it. */
export class Pane {
  private state: PaneState;
  private readonly listeners = new Set<Listener>();

  constructor(first: Passage | undefined) {
    this.state = { source: first?.source ?? null, sha256: first?.sha256 ?? null, shown: null, selected: null };
  }

  readonly get = (): PaneState => this.state;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Opens a source at its newest version, or at one of them. */
  readonly open = (source: string, sha256: string | null): void =>
    this.set({ source, sha256, shown: null, selected: null });

  /** Opens a passage where it stands. */
  readonly show = (passage: Passage): void =>
    this.set({ source: passage.source, sha256: passage.sha256, shown: passageKey(passage) });

  readonly select = (selected: Passage | null): void => this.set({ selected });

  private set(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = use(PaneContext);
  if (pane === null) throw new Error('a mark stands outside an editor');
  return pane;
}

export function usePaneState(): PaneState {
  const pane = usePane();
  return useSyncExternalStore(pane.subscribe, pane.get);
}
