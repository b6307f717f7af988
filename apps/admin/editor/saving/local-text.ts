import type { Draft } from '../draft/draft';

/** What the writer began from; null for a record that does not exist yet. */
export interface Base {
  revision: number;
  version: number;
}

/** A text of one window, by the window and its counter. */
export interface Mark {
  clientId: string;
  sequence: number;
}

/** A text that this browser holds because the desk has not said yet that it has it. */
export interface LocalText {
  form: 1;
  id: string;
  clientId: string;
  sequence: number;
  /** The text of another window that this one goes on from. */
  seen: Mark | null;
  base: Base | null;
  /** When it was written, as milliseconds of the browser's clock. */
  at: number;
  draft: Draft;
}

/** The part of the browser's storage that is used: tests hand in another. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Texts on a shelf that may be full, forbidden, or gone: keeping one says whether it worked and throws nothing. */
export class LocalTexts {
  private readonly shelf: Shelf;
  private readonly prefix: string;

  /** Texts of one person: another who signs in in this browser is not shown them. */
  constructor(shelf: Shelf, userId: string) {
    this.shelf = shelf;
    this.prefix = `rapporteur:text:${userId}:`;
  }

  keep(text: LocalText): boolean {
    try {
      this.shelf.setItem(this.nameOf(text), JSON.stringify(text));
      return true;
    } catch {
      return false;
    }
  }

  /** Lets go of the text of one window, unless it has written on since. */
  drop({ id, clientId, sequence }: Pick<LocalText, 'id' | 'clientId' | 'sequence'>): void {
    const name = this.nameOf({ id, clientId });
    const kept = this.read(name);
    if (kept === null || kept.sequence > sequence) return;
    try {
      this.shelf.removeItem(name);
    } catch {
      // It stays, and is offered once more: better than lost.
    }
  }

  /** Everything that is held of a record, the newest first. */
  of(id: string): LocalText[] {
    const found: LocalText[] = [];
    try {
      for (let index = 0; index < this.shelf.length; index++) {
        const name = this.shelf.key(index);
        const text = name?.startsWith(`${this.prefix}${id}:`) === true ? this.read(name) : null;
        if (text !== null) found.push(text);
      }
    } catch {
      // A shelf that cannot be read holds nothing that could be offered.
    }
    return found.toSorted((one, other) => other.at - one.at);
  }

  private nameOf({ id, clientId }: Pick<LocalText, 'id' | 'clientId'>): string {
    return `${this.prefix}${id}:${clientId}`;
  }

  private read(name: string): LocalText | null {
    try {
      const value: unknown = JSON.parse(this.shelf.getItem(name) ?? 'null');
      // A text from before pasted texts were kept has none.
      return isLocalText(value) ? { ...value, draft: { ...nothingPasted, ...value.draft } } : null;
    } catch {
      return null;
    }
  }
}

const nothingPasted = { pasted: '' };

function isLocalText(value: unknown): value is LocalText {
  if (typeof value !== 'object' || value === null) return false;
  const { form, id, clientId, sequence, at, draft } = value as Partial<LocalText>;
  return (
    form === 1 &&
    typeof id === 'string' &&
    typeof clientId === 'string' &&
    typeof sequence === 'number' &&
    typeof at === 'number' &&
    typeof draft === 'object' &&
    typeof draft?.content === 'object' &&
    Array.isArray(draft.citations)
  );
}
