import { LRUCache } from 'lru-cache';

/** How many milliseconds a budget is for. */
const period = 60_000;

/** How many addresses are counted at once: beyond, whoever has read nothing for the longest begins anew. */
const mostCounted = 50_000;

/** Which part of a budget is counted by one instance for itself: of whoever reads less, the others need not know. */
const ownPart = 1 / 20;

/** What was read under a budget since it was said last. */
export interface Reads {
  budget: string;
  reads: number;
}

/** What all instances together have read under a budget, and in how many milliseconds that is over. */
export interface AllReads extends Reads {
  ends: number;
}

/** That a request was let in, with what it says of its budget; `count` counts more calls of it, which stays in. */
export interface LetIn {
  let: 'in';
  headers: readonly string[];
  count: (more: number) => LetIn;
}

interface Budget {
  left: number;
  ends: number;
  /** What was read since it was said to the others. */
  unsaid: number;
  /** What has been said and not taken up yet. */
  said: number;
}

/** Budgets of one sort, each from its first read on for a period. */
export class Budgets {
  private readonly spent = new LRUCache<string, Budget>({ max: mostCounted });
  /** Of whom much was read since it was said. */
  private readonly heavy = new Set<string>();
  /** Those of whom something was said and not taken up yet. */
  private readonly asked = new Map<string, Budget>();
  private readonly policy: string;

  constructor(
    private readonly name: string,
    private readonly each: number,
    private readonly now: () => number,
  ) {
    this.policy = `"${name}";q=${each};w=${period / 1000}`;
  }

  /** Counts a request of so many calls: it is let in while anything is left. */
  take(key: string, calls: number): LetIn | { let: 'wait'; seconds: number; headers: readonly string[] } {
    const now = this.now();
    let budget = this.spent.get(key);
    if (budget === undefined || budget.ends <= now) {
      budget = { left: this.each, ends: now + period, unsaid: 0, said: 0 };
      this.spent.set(key, budget);
    }
    const seconds = Math.ceil((budget.ends - now) / 1000);
    return budget.left > 0
      ? this.letIn(key, budget, calls, seconds)
      : { let: 'wait', seconds, headers: this.say(0, seconds) };
  }

  private letIn(key: string, budget: Budget, calls: number, seconds: number): LetIn {
    budget.left = Math.max(0, budget.left - calls);
    budget.unsaid += calls;
    if (budget.left <= this.each * (1 - ownPart)) this.heavy.add(key);
    return {
      let: 'in',
      headers: this.say(budget.left, seconds),
      count: (more) => this.letIn(key, budget, more, seconds),
    };
  }

  private say(left: number, seconds: number): readonly string[] {
    return ['ratelimit-policy', this.policy, 'ratelimit', `"${this.name}";r=${left};t=${seconds}`];
  }

  /** What the other instances are to know, each of it once. */
  unsaid(): Reads[] {
    const keys = [...this.heavy];
    this.heavy.clear();
    return keys.flatMap((key) => {
      const budget = this.spent.peek(key);
      if (budget === undefined || budget.ends <= this.now() || budget.unsaid === 0) return [];
      budget.said = budget.unsaid;
      budget.unsaid = 0;
      this.asked.set(key, budget);
      return [{ budget: `${this.name} ${key}`, reads: budget.said }];
    });
  }

  /**
   * Takes up what all instances have read together; what is of other budgets is passed over. What was said and has no answer
   * is said again next time: it may be counted twice then, but a budget that was used is never given back.
   */
  settle(all: readonly AllReads[]): void {
    for (const { budget: named, reads, ends } of all) {
      if (!named.startsWith(`${this.name} `)) continue;
      const key = named.slice(this.name.length + 1);
      const budget = this.asked.get(key);
      if (budget === undefined) continue;
      this.asked.delete(key);
      budget.said = 0;
      budget.left = Math.max(0, this.each - reads - budget.unsaid);
      budget.ends = this.now() + ends;
    }
    for (const [key, budget] of this.asked) {
      budget.unsaid += budget.said;
      budget.said = 0;
      this.heavy.add(key);
    }
    this.asked.clear();
  }
}
