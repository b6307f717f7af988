import type { Kind } from '@rapporteur/domain/kinds';
import { check, type Findings } from '../check/check';
import type { Draft } from './draft';
import { begin, redo, undo, write, type History } from './history';

/** What the editor shows at one moment. Every value is immutable, so that a component can tell what changed. */
export interface EditorState {
  readonly history: History<Draft>;
  /** The field that has, or last had, the caret: what a passage is attached to. */
  readonly focused: string | null;
  /** Fields that were left once: from then on their faults are shown beside them. */
  readonly visited: ReadonlySet<string>;
  /** Whether somebody tried to finish: from then on every fault is shown. */
  readonly tried: boolean;
  /** What the desk found wrong with a text that was sent, by JSON pointer, until the field is changed. */
  readonly refused: ReadonlyMap<string, string>;
  readonly findings: Findings;
}

type Listener = () => void;

/** How long after the last change a text is checked, in milliseconds: not at each letter. */
const checkAfter = 200;

/** The text of one record while it is written: one JSON value, addressed by JSON pointers, with its whole past. */
export class EditorStore {
  readonly kind: Kind;
  /** Tells the controls of several forms on one page apart. */
  readonly name: string;
  private state: EditorState;
  private readonly listeners = new Set<Listener>();
  private checking: ReturnType<typeof setTimeout> | undefined;

  constructor(kind: Kind, draft: Draft, name = '') {
    this.kind = kind;
    this.name = name;
    this.state = {
      history: begin(draft),
      focused: null,
      visited: new Set(),
      tried: false,
      refused: new Map(),
      findings: check(kind, draft),
    };
  }

  readonly get = (): EditorState => this.state;

  get draft(): Draft {
    return this.state.history.now;
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Changes the draft. `about` is the field, or the name of what was done; typing on in one field is one step of undo. */
  readonly edit = (about: string, change: (draft: Draft) => Draft): void => {
    const history = write(this.state.history, change(this.draft), about, Date.now());
    if (history === this.state.history) return;
    const refused = new Map(
      [...this.state.refused].filter(([field]) => !isPart(field, about) && !isPart(about, field)),
    );
    this.set({ history, refused });
    this.checkSoon();
  };

  readonly undo = (): string | null => this.travel(undo(this.state.history));
  readonly redo = (): string | null => this.travel(redo(this.state.history));

  readonly focus = (field: string | null): void => {
    if (field !== this.state.focused) this.set({ focused: field });
  };

  readonly leave = (field: string): void => {
    if (!this.state.visited.has(field)) this.set({ visited: new Set([...this.state.visited, field]) });
  };

  /** Shows every fault from now on, and answers what is wrong with the text as it stands. */
  readonly tryToFinish = (): Findings => {
    this.checkNow();
    this.set({ tried: true });
    return this.state.findings;
  };

  readonly refuse = (issues: readonly { path: string; message: string }[]): void =>
    this.set({
      refused: new Map(issues.map(({ path, message }) => [path.replace(/^\/content/, ''), message])),
      tried: true,
    });

  private travel(moved: { history: History<Draft>; about: string } | null): string | null {
    if (moved === null) return null;
    this.set({ history: moved.history });
    this.checkSoon();
    return moved.about;
  }

  private checkSoon(): void {
    clearTimeout(this.checking);
    this.checking = setTimeout(() => this.checkNow(), checkAfter);
  }

  private checkNow(): void {
    clearTimeout(this.checking);
    this.set({ findings: check(this.kind, this.draft) });
  }

  private set(change: Partial<EditorState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Whether a pointer is another or leads into it. */
export const isPart = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}/`);
