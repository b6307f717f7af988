import type { Kind } from '@rapporteur/domain/kinds';
import type { Draft } from '../draft/draft';
import type { EditorStore } from '../draft/store';
import type { Telling } from './join-telling';
import type { Base, LocalText, LocalTexts, Mark } from './local-text';

/**
 * How things stand with what was typed. `kept`: the desk has it. `changed`: it will be sent. `away`: it is in this browser
 * and sent when the desk answers again. `unheld`: neither the desk nor this browser took it. `elsewhere`: another window
 * of the same person has written since. `refused`: the desk has it not, and says why.
 */
export type KeepState =
  | { state: 'kept' | 'changed' | 'sending'; at: number | null }
  | { state: 'away' | 'unheld' | 'elsewhere'; at: number | null }
  | { state: 'refused'; at: number | null; message: string };

export interface Sent {
  id: string;
  kind: Kind;
  slug: string;
  baseRevision: number | null;
  baseVersion: number | null;
  content: Record<string, unknown>;
  citations: unknown[];
  note: string | null;
  change: Draft['change'];
  pasted: string;
  written: Mark & { seen: Mark | null };
}

/** What sending a text came to. */
export type Outcome =
  | { kept: true; at: number }
  | { kept: false; sequence: number; clientId: string; at: number }
  | { away: true }
  | { refused: string };

interface Ways {
  send: (sent: Sent) => Promise<Outcome>;
  now: () => number;
  later: (run: () => void, after: number) => () => void;
}

interface Options {
  id: string;
  store: EditorStore;
  clientId: string;
  base: Base | null;
  /** What was said of the change at that base, where that is known. */
  begun?: Telling | null;
  /** The counter of the text that this one goes on from. */
  sequence: number;
  seen: Mark | null;
  /** When the desk took the text that the editor opens with, where it has. */
  keptAt: number | null;
  local: LocalTexts;
  /** A text that an earlier window left in this browser and that the store holds now: let go once this window holds it. */
  taken?: LocalText | null;
  ways: Ways;
}

/** What a text was begun from: the newest revision that its writer knows of, and what was said of the change there. */
interface Ground {
  base: Base | null;
  begun: Telling | null;
}

/** A text is sent this long after the last change, in milliseconds. */
const sendAfter = 2000;
/** While the desk does not answer it is asked again, each time later, up to this. */
const longestWait = 15_000;

/** Keeps a draft safe while it is written: at once in this browser, soon at the desk, and until the desk says that it has it. */
export class Keeper {
  private readonly options: Options;
  private current: KeepState;
  private ground: Ground;
  /** The grounds of the texts on either side of a joining, for whoever goes back over it. */
  private readonly grounds = new WeakMap<Draft, Ground>();
  private sequence: number;
  private seen: Mark | null;
  private written: Draft;
  private acknowledged: Draft;
  private failures = 0;
  private cancel: (() => void) | null = null;
  private sending: Promise<void> | null = null;
  private paused = false;
  private readonly listeners = new Set<() => void>();
  private unsubscribe: (() => void) | null = null;

  /** `acknowledged` is what the desk is known to have; where the store holds something else, that is sent. */
  constructor(options: Options, acknowledged: Draft) {
    this.options = options;
    this.current = { state: 'kept', at: options.keptAt };
    this.ground = { base: options.base, begun: options.begun ?? null };
    this.sequence = options.sequence;
    this.seen = options.seen;
    this.written = acknowledged;
    this.acknowledged = acknowledged;
  }

  /** Watches the draft from now on. Answers how to stop; what is held stays held. */
  resume(): () => void {
    this.unsubscribe ??= this.options.store.subscribe(() => this.notice());
    this.notice();
    return () => this.stop();
  }

  readonly get = (): KeepState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get startedFrom(): Base | null {
    return this.ground.base;
  }

  /** What was said of the change at the base, where that is known. */
  get begun(): Telling | null {
    return this.ground.begun;
  }

  /** Which kept text the draft is: a save that names it spends it. */
  get writing(): Sent['written'] {
    return { clientId: this.options.clientId, sequence: this.sequence, seen: this.seen };
  }

  /** Sends what has not been sent, now; answers when the desk has answered. */
  async flush(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    if (this.sending !== null) await this.sending;
    if (this.store.draft !== this.acknowledged) await this.send();
  }

  /** This draft, of this counter, was saved as a revision: from here on it is the base, and nothing of it is left to keep. */
  saved(draft: Draft, base: Base, sequence: number): void {
    this.cancel?.();
    this.cancel = null;
    this.ground.base = base;
    this.ground.begun = draft;
    this.seen = null;
    this.paused = false;
    // A revision holds what was handed over; what is still in a box goes on being kept.
    const left = draft.pasted === '' ? draft : { ...draft, pasted: '' };
    this.acknowledged = left;
    this.options.local.drop({ id: this.options.id, clientId: this.options.clientId, sequence });
    // What was typed while the save was under way is a text of its own, on the new base.
    this.written = left;
    this.set({ state: 'kept', at: this.options.ways.now() });
    this.notice();
  }

  /**
   * Goes on from another revision, by a change of the text: one whose text is merged in, or the one that another window's
   * text was begun from. Whoever takes the change back has a text again that knows nothing of that revision, and must not
   * be saved over it.
   */
  rebase(base: Base, begun: Telling | null, change: () => void): void {
    this.grounds.set(this.store.draft, this.ground);
    this.ground = { base, begun };
    change();
    this.grounds.set(this.store.draft, this.ground);
  }

  /** Puts this text in the place of what another window of the same person has written. */
  takeOver({ clientId, sequence }: Mark): void {
    this.seen = { clientId, sequence };
    this.sequence = Math.max(this.sequence, sequence) + 1;
    this.paused = false;
    this.schedule(0);
  }

  private stop(): void {
    this.cancel?.();
    this.cancel = null;
    this.unsubscribe?.();
    this.unsubscribe = null;
  }

  private get store(): EditorStore {
    return this.options.store;
  }

  private notice(): void {
    const { draft } = this.store;
    if (draft === this.written) return;
    this.written = draft;
    this.ground = this.grounds.get(draft) ?? this.ground;
    this.sequence++;
    const held = this.hold();
    const away = this.current.state === 'away' || this.current.state === 'unheld';
    if (away) this.set({ state: held ? 'away' : 'unheld', at: this.current.at });
    else if (!this.paused) this.set({ state: 'changed', at: this.current.at });
    // A desk that does not answer is asked in its own time, not at each letter.
    if (!this.paused && (!away || this.cancel === null)) this.schedule(sendAfter);
  }

  /** Puts the text into this browser, in the same turn in which it was typed. */
  private hold(): boolean {
    const { id, clientId, local, taken, ways } = this.options;
    const held = local.keep({
      form: 1,
      id,
      clientId,
      sequence: this.sequence,
      seen: this.seen,
      base: this.ground.base,
      at: ways.now(),
      draft: this.written,
    });
    // Otherwise it would be offered again as something new, after this one was saved.
    if (held && taken) local.drop(taken);
    return held;
  }

  private schedule(after: number): void {
    this.cancel?.();
    this.cancel = this.options.ways.later(() => {
      this.cancel = null;
      void this.send();
    }, after);
  }

  private send(): Promise<void> {
    this.sending ??= this.sendOnce().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async sendOnce(): Promise<void> {
    const { id, ways, local, clientId } = this.options;
    const { draft } = this.store;
    const { sequence } = this;
    if (this.current.state === 'changed') this.set({ state: 'sending', at: this.current.at });
    const outcome = await ways.send({
      id,
      kind: this.store.kind,
      slug: draft.slug,
      baseRevision: this.ground.base?.revision ?? null,
      baseVersion: this.ground.base?.version ?? null,
      content: draft.content,
      citations: [...draft.citations],
      note: draft.note,
      change: draft.change,
      pasted: draft.pasted,
      written: { clientId, sequence, seen: this.seen },
    });
    if ('away' in outcome) {
      this.failures++;
      // Held again, because the shelf may have had no room the first time.
      this.set({ state: this.hold() ? 'away' : 'unheld', at: this.current.at });
      this.schedule(Math.min(longestWait, 1000 * 2 ** Math.min(this.failures, 6)));
      return;
    }
    this.failures = 0;
    if ('refused' in outcome) {
      this.set({ state: 'refused', at: this.current.at, message: outcome.refused });
      return;
    }
    // An answer that was lost, or a save that came first: the desk has this window's text already, or a later one of it.
    const had = !outcome.kept && outcome.clientId === clientId && outcome.sequence >= sequence;
    if (!outcome.kept && !had) {
      this.paused = true;
      this.set({ state: 'elsewhere', at: this.current.at });
      return;
    }
    this.seen = null;
    this.acknowledged = draft;
    local.drop({ id, clientId, sequence });
    const more = this.store.draft !== draft;
    this.set({ state: more ? 'changed' : 'kept', at: outcome.at });
    if (more && this.cancel === null) this.schedule(sendAfter);
  }

  private set(state: KeepState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}
