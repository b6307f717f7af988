import { randomUUID } from 'node:crypto';
import { hashOf } from '@rapporteur/core/person/secret';
import { recordJobs, runJob } from '@rapporteur/core/job/run';
import { readerConnection } from '@rapporteur/db/connection';
import { withConnection } from '@rapporteur/db/migrate';
import type { TestDatabase } from '@rapporteur/db/testing/database';
import type { MailServer, ReceivedMail } from './mail-server';

interface Ask {
  about?: string;
  rhythm?: string;
  network?: string;
  language?: string;
}

/** What readers and the worker do with alerts, on a database of a test file's own. */
export function alertsOf(database: () => TestDatabase, server: () => MailServer) {
  /** Asks one of the functions that the site's role may call, as that role. */
  const call = <T>(sql: string, values: unknown[]): Promise<T | undefined> =>
    withConnection(readerConnection(database().connection), async (client) => {
      const { rows } = await client.query<{ answer: T }>(`SELECT ${sql} AS answer`, values);
      return rows[0]?.answer;
    });
  const ask = (
    email: string,
    { about = 'record', rhythm = 'at_once', network = randomUUID(), language = 'en' }: Ask = {},
  ) => call<number | null>('public.ask_for_alert($1, $2, $3, $4, $5)', [email, about, rhythm, network, language]);
  const confirm = (secret: string) => call<string | null>('public.confirm_alert($1)', [hashOf(secret)]);
  const leave = (secret: string) => call('public.leave_alert($1)', [hashOf(secret)]);

  /** Runs every job that is due, as a worker does, until none is left. A job that fails stays, and its error is thrown. */
  async function work(): Promise<void> {
    const { owner } = database();
    for (;;) {
      const [job] = await owner.$queryRaw<{ id: string; name: string; payload: unknown }[]>`
        SELECT p.id::text, j.task_identifier AS name, p.payload FROM graphile_worker._private_jobs p JOIN graphile_worker.jobs j ON j.id = p.id
        WHERE j.run_at <= now() AND j.task_identifier LIKE 'alert.%' ORDER BY p.id LIMIT 1`;
      if (job === undefined) return;
      await owner.$executeRaw`SELECT FROM graphile_worker.complete_jobs(ARRAY[${job.id}::bigint])`;
      await runJob(owner, recordJobs, job.name as keyof typeof recordJobs, job.payload, {
        lastAttempt: false,
        stopped: new AbortController().signal,
      });
    }
  }

  /** A reader who has confirmed; their mail of that is taken out of the box. */
  async function follower(email: string, asked: Ask = {}): Promise<void> {
    await ask(email, asked);
    await work();
    const mail = server().received.pop();
    if (mail === undefined || (await confirm(secretIn(mail, 'confirm'))) === null)
      throw new Error(`no mail to ${email}`);
    await work();
  }
  return { ask, confirm, leave, work, follower };
}

/** The secret of a link in a mail. */
export const secretIn = (mail: ReceivedMail | undefined, act: 'confirm' | 'leave'): string =>
  new RegExp(`/alerts/${act}/([\\w-]{43})`).exec(mail?.text ?? '')?.[1] ?? '';
