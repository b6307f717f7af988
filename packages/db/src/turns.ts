import pg from 'pg';

/**
 * A connection that sends a query when the one before it is answered. A read within a transaction may ask several questions
 * at once; they share its one connection, which takes one at a time. pg would keep them waiting itself, but warns of it,
 * and its next major version refuses.
 */
export class TakingTurns extends pg.Client {
  private last: Promise<unknown> = Promise.resolve();

  // As it is declared, with all its forms: only the one that answers a promise is used within a transaction, and waits.
  override query = ((...how: [string, unknown[]]) => {
    const send = (): unknown => super.query(...how);
    const [first] = how as readonly unknown[];
    const submits = typeof first === 'object' && first !== null && 'submit' in first;
    if (submits || how.some((part: unknown) => typeof part === 'function')) return send();
    const answer = this.last.then(send);
    // A query that fails does not keep those behind it from being tried; its own caller hears of it.
    this.last = answer.catch(() => undefined);
    return answer;
  }) as pg.Client['query'];
}
