import { deskAuth } from '@rapporteur/api/admin/auth';
import type { Desk } from '@rapporteur/api/admin/desk';
import { answerForgotten } from '@rapporteur/api/admin/join';
import { answerPassword } from '@rapporteur/api/admin/password';
import { sendForm } from '@rapporteur/api/testing/forms';
import { personWithPassword } from '@rapporteur/api/testing/person';
import { openLimiter } from '@rapporteur/db/rate-limit';
import { openDatabase } from './database';
import { endLater } from './endings';
import { print, quantile } from './figure';
import { say } from './progress';

const samples = 150;

/**
 * Whether the time of an answer tells that an address is somebody's (case C03 of the security catalogue).
 * `enumeration.signIn.p50`, `enumeration.reset.p50`: a known address against an unknown one, in turn, in one run. That the
 * same work is done for both is held by a test; here it is seen how far the times of it agree.
 */
export async function run(): Promise<void> {
  const { connection, owner } = await openDatabase();
  const authOptions = {
    origin: 'https://desk.bench.invalid',
    secret: 'a secret of chance that a measurement does not need',
  };
  const desk: Desk = {
    db: owner,
    auth: deskAuth(owner, authOptions),
    authOptions,
    origin: authOptions.origin,
    limiter: openLimiter(connection),
    mailer: { send: () => Promise.resolve() },
  };
  endLater(() => desk.limiter.close());
  const person = await personWithPassword(desk, 'editor');
  const addresses = { known: person.email, unknown: person.email.replace('person', 'nobody') };
  const doors = {
    signIn: (email: string, from: string) =>
      sendForm(desk, answerPassword, { email, password: 'not the password', next: '/' }, { from }),
    reset: (email: string, from: string) => sendForm(desk, answerForgotten, { email }, { from }),
  };
  for (const [name, door] of Object.entries(doors)) {
    say(`Asking ${name} ${samples} times for each address`);
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let nth = -10; nth < samples; nth += 1) {
      for (const which of ['known', 'unknown'] as const) {
        // From somewhere else each time, so that no limit is met.
        const from = `10.${nth + 10}.${which.length}.1`;
        const began = performance.now();
        await door(addresses[which], from);
        if (nth >= 0) times[which].push(performance.now() - began);
      }
    }
    print(`enumeration.${name}.p50`, quantile(times.known, 0.5), 'ms', quantile(times.unknown, 0.5));
  }
}
