/** An answer as it came, with the tag that names it. `fixed` where the server says that it never changes. */
export interface KeptAnswer {
  tag: string;
  text: string;
  fixed: boolean;
}

export interface CacheBounds {
  /** How many answers are kept; 200 unless said otherwise. */
  answers?: number;
  /** How many characters they may have together; eight million unless said otherwise. */
  characters?: number;
}

/** The answers last asked for, by address. What was asked longest ago goes first. */
export class AnswerCache {
  private readonly kept = new Map<string, KeptAnswer>();
  private readonly answers: number;
  private readonly characters: number;
  private held = 0;

  constructor({ answers = 200, characters = 8_000_000 }: CacheBounds) {
    this.answers = answers;
    this.characters = characters;
  }

  get(address: string): KeptAnswer | undefined {
    const answer = this.kept.get(address);
    if (answer === undefined) return undefined;
    this.kept.delete(address);
    this.kept.set(address, answer);
    return answer;
  }

  set(address: string, answer: KeptAnswer): void {
    this.drop(address);
    if (answer.text.length > this.characters) return;
    this.kept.set(address, answer);
    this.held += answer.text.length;
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.answers && this.held <= this.characters) return;
      this.drop(oldest);
    }
  }

  private drop(address: string): void {
    this.held -= this.kept.get(address)?.text.length ?? 0;
    this.kept.delete(address);
  }
}
