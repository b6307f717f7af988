import { randomUUID } from 'node:crypto';
import { acceptInvitation } from '@rapporteur/core/person/accept';
import { nameSchema } from '@rapporteur/core/person/identity';
import { emailSchema } from '@rapporteur/domain/email';
import { deadLink } from '@rapporteur/core/person/link';
import { hashOf } from '@rapporteur/core/person/secret';
import { setUp } from '@rapporteur/core/person/set-up';
import { RapporteurError } from '@rapporteur/domain/errors';
import { z } from 'zod';
import { originOfTries } from './address';
import { authTransaction } from './auth';
import type { Desk } from './desk';
import { read } from './form-door';
import { requireLink } from './join';
import { jsonDoor } from './json-door';
import { limits } from './limits';
import { askForPasskey, askWho, passkeyResponse, verifyNewPasskey, verifyPasskey } from './passkey';
import { returnPath } from './return-path';
import { concludeSignIn, openSessionFor } from './sign-in';

const id = z.string().max(200);

/** Answers what a browser needs to ask for a passkey at sign-in. */
export function answerPasskeyOptions(desk: Desk, request: Request): Promise<Response> {
  return jsonDoor(desk, request, async (body) => {
    read(z.strictObject({}), body);
    await desk.limiter.take(limits.passkeyQuestion, originOfTries(request.headers));
    return { body: await askWho(desk) };
  });
}

/** Answers the passkey that a browser found: a session, and where to go on. */
export function answerPasskey(desk: Desk, request: Request): Promise<Response> {
  const schema = z.strictObject({ id, response: passkeyResponse, next: z.string().max(2000) });
  return jsonDoor(desk, request, async (body) => {
    const { next, ...answer } = read(schema, body);
    const found = await verifyPasskey(desk, answer).catch(async (error: unknown) => {
      if (error instanceof RapporteurError) await desk.limiter.take(limits.passkey, originOfTries(request.headers));
      throw error;
    });
    const cookies = await signInWithPasskey(desk, found, request.headers);
    return { body: { location: returnPath(next) }, cookies };
  });
}

function signInWithPasskey(
  desk: Desk,
  { passkeyId, userId, counter }: { passkeyId: string; userId: string; counter: number },
  headers: Headers,
): Promise<string[]> {
  return authTransaction(desk, async (tx, auth) => {
    // A count that does not rise is a copy of the key, or the same answer twice. Synchronised passkeys do not count.
    const used = await tx.$executeRaw`
      UPDATE "Passkey" SET "counter" = ${counter}, "lastUsedAt" = clock_timestamp()
      WHERE "id" = ${passkeyId} AND ("counter" < ${counter} OR (${counter} = 0 AND "counter" = 0))`;
    const response = await auth.api.openSession({ body: { userId }, headers, asResponse: true });
    if (used === 0 || !response.ok) {
      throw new RapporteurError('unauthenticated', 'This passkey does not open the desk: ask an administrator.');
    }
    await concludeSignIn(tx, auth, { userId, method: 'passkey', headers });
    return response.headers.getSetCookie();
  });
}

/** Who is to be made by a link, once their passkey is verified. */
const newcomer = z.strictObject({
  purpose: z.enum(['invitation', 'set_up']),
  token: z.string().max(200),
  name: nameSchema,
  email: emailSchema.nullable(),
});

/** Answers what a browser needs to make the passkey of somebody who takes up an invitation or sets the desk up. */
export function answerJoinPasskeyOptions(desk: Desk, request: Request): Promise<Response> {
  return jsonDoor(desk, request, async (body) => {
    const { purpose, token, name, email } = read(newcomer, body);
    const link = await requireLink(desk, purpose, token, request.headers);
    const address = read(emailSchema, purpose === 'invitation' ? link.email : email);
    const person = { id: randomUUID(), name, email: address };
    return { body: await askForPasskey(desk, 'join', person, { ...person, purpose, tokenHash: hashOf(token) }) };
  });
}

const about = z.object({
  purpose: newcomer.shape.purpose,
  tokenHash: z.string(),
  id,
  name: z.string(),
  email: z.string(),
});

/** Answers the passkey that a browser made for them: they are in. */
export function answerJoinPasskey(desk: Desk, request: Request): Promise<Response> {
  const schema = z.strictObject({ id, response: passkeyResponse, token: newcomer.shape.token });
  return jsonDoor(desk, request, async (body) => {
    const { token, ...answer } = read(schema, body);
    const verified = await verifyNewPasskey(desk, 'join', { ...answer, name: 'First passkey' });
    const { purpose, tokenHash, id: userId, name, email } = about.parse(verified.about);
    if (hashOf(token) !== tokenHash) throw deadLink();
    const credential = { kind: 'passkey', passkey: verified.passkey } as const;
    const made = { secret: token, name, credential, userId };
    await (purpose === 'invitation' ? acceptInvitation(desk.db, made) : setUp(desk.db, { ...made, email }));
    return { body: { location: '/' }, cookies: await openSessionFor(desk, userId, purpose, request.headers) };
  });
}
