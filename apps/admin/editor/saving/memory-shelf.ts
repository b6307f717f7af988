import type { Shelf } from './local-text';

/** A browser's storage for tests, which can be full. */
export class MemoryShelf implements Shelf {
  readonly texts = new Map<string, string>();
  full = false;
  get length() {
    return this.texts.size;
  }
  key = (index: number) => [...this.texts.keys()][index] ?? null;
  getItem = (name: string) => this.texts.get(name) ?? null;
  removeItem = (name: string) => void this.texts.delete(name);
  setItem = (name: string, text: string) => {
    if (this.full) throw new DOMException('no room', 'QuotaExceededError');
    this.texts.set(name, text);
  };
}
