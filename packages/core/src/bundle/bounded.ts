/** Keeps values by name, up to so much of them in all: what was used last stays, what was not used for longest goes. */
export class Bounded<T> {
  private readonly kept = new Map<string, { value: T; size: number }>();
  private size = 0;

  constructor(private readonly most: number) {}

  get(name: string): T | undefined {
    const found = this.kept.get(name);
    if (!found) return undefined;
    this.kept.delete(name);
    this.kept.set(name, found);
    return found.value;
  }

  /** Keeps a value, however large it is, and as much of the others as there is room for. */
  set(name: string, value: T, size: number): void {
    this.kept.set(name, { value, size });
    this.size += size;
    for (const [oldest, other] of this.kept) {
      if (this.size <= this.most || oldest === name) return;
      this.kept.delete(oldest);
      this.size -= other.size;
    }
  }
}
