import { createHash } from 'node:crypto';
import { networkOf } from '@rapporteur/api/public/client-address';
import type { Rhythm } from '@rapporteur/domain/alert/asking';
import type { SiteLanguage } from '@rapporteur/domain/translation/languages';
import type { Pool } from 'pg';

/** What somebody asks to be told, and where. */
export interface Asking {
  email: string;
  about: string;
  rhythm: Rhythm;
  /** The language that they ask in: their letters speak it. */
  language: SiteLanguage;
}

/**
 * The register of those who are told by mail. The site has no right on it but these three functions of the database, each of
 * which does one thing and tells nothing of who is in it.
 */
export class AlertRegister {
  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  /** Asks for mail to an address; gives in how many seconds this network may ask again, or null where it was taken on. */
  async ask({ email, about, rhythm, language }: Asking, from: string): Promise<number | null> {
    const { rows } = await this.pool.query<{ wait: number | null }>(
      'SELECT public.ask_for_alert($1, $2, $3, $4, $5) AS wait',
      [email, about, rhythm, networkOf(from), language],
    );
    return rows[0]?.wait ?? null;
  }

  /** Takes the owner of an address at their word; whether the link that they followed works. */
  async confirm(token: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ about: string | null }>('SELECT public.confirm_alert($1) AS about', [
      hashOf(token),
    ]);
    return (rows[0]?.about ?? null) !== null;
  }

  /** Ends an alert and forgets its address; does nothing where that was done. */
  async leave(token: string): Promise<void> {
    await this.pool.query('SELECT public.leave_alert($1)', [hashOf(token)]);
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
