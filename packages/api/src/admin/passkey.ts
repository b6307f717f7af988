import { randomUUID } from 'node:crypto';
import type { NewPasskey } from '@rapporteur/core/person/credential';
import { hashOf, newSecret } from '@rapporteur/core/person/secret';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Desk } from './desk';
import { isLoopback, ownOrigins } from '../public/origin';

/** How long a browser has to answer, in milliseconds. */
const lifetime = 5 * 60 * 1000;

/** What a browser sends back. The library reads the rest, which differs between browsers. */
export const passkeyResponse = z.looseObject({ id: z.string().max(2000), response: z.looseObject({}) });
export type PasskeyResponse = z.infer<typeof passkeyResponse>;

/** A question that was put to a browser: `id` goes back with the answer. */
export interface Question {
  id: string;
  options: Record<string, unknown>;
}

type Ceremony = 'sign_in' | 'add' | 'join';

/** Whom passkeys are for. They need a host name, so a desk at a loopback address is `localhost`. */
function party(origin: string): { rpID: string; origins: string[] } {
  const { hostname } = new URL(origin);
  return { rpID: isLoopback(hostname) ? 'localhost' : hostname, origins: ownOrigins(origin) };
}

interface Person {
  id: string;
  name: string;
  email: string;
}

/** Asks a browser to make a passkey for a person. `about` comes back with the answer and nowhere else. */
export async function askForPasskey(
  { db, origin }: Desk,
  ceremony: 'add' | 'join',
  person: Person,
  about: unknown,
): Promise<Question> {
  const known = await db.passkey.findMany({ where: { userId: person.id }, select: { credentialId: true } });
  const options = await generateRegistrationOptions({
    rpName: 'Rapporteur',
    rpID: party(origin).rpID,
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    // A passkey stands for both factors, so the device has to recognise its person.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { id: await keep(db, ceremony, { challenge: options.challenge, about }), options: { ...options } };
}

/** Verifies a new passkey against the question it answers, which is used up. Throws `invalid_input` where it does not fit. */
export async function verifyNewPasskey(
  { db, origin }: Desk,
  ceremony: 'add' | 'join',
  { id, name, response }: { id: string; name: string; response: PasskeyResponse },
): Promise<{ passkey: NewPasskey; about: unknown }> {
  const { challenge, about } = await takeBack(db, ceremony, id);
  const { rpID, origins } = party(origin);
  const { registrationInfo } = await verifyRegistrationResponse({
    // Checked inside the call, field by field.
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origins,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    throw notFitting(error);
  });
  if (registrationInfo === undefined) throw notFitting();
  const { credential } = registrationInfo;
  const { counter, transports = [] } = credential;
  return {
    passkey: { name, credentialId: credential.id, publicKey: credential.publicKey, counter, transports },
    about,
  };
}

/** Asks a browser for any passkey of this desk. */
export async function askWho({ db, origin }: Desk): Promise<Question> {
  const options = await generateAuthenticationOptions({ rpID: party(origin).rpID, userVerification: 'required' });
  return { id: await keep(db, 'sign_in', { challenge: options.challenge, about: null }), options: { ...options } };
}

/** Who answered with their passkey; the count of its uses, which must rise. Throws `unauthenticated` where it does not fit. */
export async function verifyPasskey(
  { db, origin }: Desk,
  { id, response }: { id: string; response: PasskeyResponse },
): Promise<{ passkeyId: string; userId: string; counter: number }> {
  const { challenge } = await takeBack(db, 'sign_in', id);
  const passkey = await db.passkey.findUnique({ where: { credentialId: response.id } });
  if (passkey === null) throw unknown();
  const { rpID, origins } = party(origin);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    // Checked inside the call, field by field.
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origins,
    expectedRPID: rpID,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: Number(passkey.counter),
    },
    requireUserVerification: true,
  }).catch((error: unknown) => {
    throw unknown(error);
  });
  if (!verified) throw unknown();
  return { passkeyId: passkey.id, userId: passkey.userId, counter: authenticationInfo.newCounter };
}

interface Kept {
  challenge: string;
  about: unknown;
}

async function keep(db: PrismaClient, ceremony: Ceremony, kept: Kept): Promise<string> {
  const { secret, hash } = newSecret();
  const prefix = `passkey:${ceremony}:`;
  await db.verification.deleteMany({ where: { identifier: { startsWith: prefix }, expiresAt: { lt: new Date() } } });
  await db.verification.create({
    data: {
      id: randomUUID(),
      identifier: prefix + hash,
      value: JSON.stringify(kept),
      expiresAt: new Date(Date.now() + lifetime),
    },
  });
  return secret;
}

/** Uses a question up: one statement decides, so that an answer counts once. */
async function takeBack(db: PrismaClient, ceremony: Ceremony, id: string): Promise<Kept> {
  const [row] = await db.$queryRaw<{ value: string }[]>`
    DELETE FROM "Verification"
    WHERE "identifier" = ${`passkey:${ceremony}:${hashOf(id)}`} AND "expiresAt" > clock_timestamp()
    RETURNING "value"`;
  if (row === undefined) throw new RapporteurError('invalid_input', 'This took too long. Begin again.');
  // Written by `keep`.
  return JSON.parse(row.value) as Kept;
}

/** An answer that does not belong to its question, or to whom it was put. */
export const notFitting = (cause?: unknown) =>
  new RapporteurError('invalid_input', 'This passkey could not be verified. Try again.', [], { cause });
const unknown = (cause?: unknown) =>
  new RapporteurError('unauthenticated', 'This passkey belongs to nobody at this desk.', [], { cause });
