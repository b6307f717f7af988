import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';

/** Why a set is refused, over all its portions: in the words of the first refusal, with the faults of every one. */
export class SetRefusal {
  private first: RapporteurError | null = null;
  private readonly issues: FieldIssue[] = [];

  get any(): boolean {
    return this.first !== null;
  }

  /** What `check` answers; null where it refuses. */
  async gather<T>(check: () => Promise<T>): Promise<T | null> {
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof RapporteurError) || error.code === 'unavailable') throw error;
      this.first ??= error;
      this.issues.push(...error.issues);
      return null;
    }
  }

  throwIfAny(): void {
    if (this.first === null) return;
    const { code, message, issues } = this.first;
    if (issues.length === this.issues.length) throw this.first;
    throw new RapporteurError(code, message, this.issues, { cause: this.first });
  }
}
