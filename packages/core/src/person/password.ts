import { hash, verify } from '@node-rs/argon2';
import { RapporteurError } from '@rapporteur/domain/errors';
import { z } from 'zod';

/** The costs of argon2id that the OWASP password storage cheat sheet names first for one thread: 19 MiB, two passes. */
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords that may be typed at all: anything longer is not a password, and is never hashed. */
export const typedPassword = z.string().min(1, 'is empty').max(200, 'is longer than 200 characters');

const shortest = 12;

// One keyboard may send é as one character and another as two (NIST SP 800-63B, 3.1.1.2).
const normal = (password: string) => password.normalize('NFKC');

/** A password as it is kept. All of it counts, however long. */
export const hashPassword = (password: string): Promise<string> => hash(normal(password), costs);

/** Whether this is the password that was hashed. */
export const checkPassword = (hashed: string, password: string): Promise<boolean> => verify(hashed, normal(password));

/**
 * Refuses a new password that is too easily guessed, with `invalid_input`; its person's address and name are the first
 * guesses. Length is what counts: there are no rules about which characters it must hold.
 */
export function requireGoodPassword(password: string, person: { name: string; email: string }): void {
  const fault = faultOf(normal(password), person);
  if (fault !== null) {
    throw new RapporteurError('invalid_input', `This password cannot be used: it ${fault}.`, [
      { path: '/password', message: fault },
    ]);
  }
}

function faultOf(password: string, { name, email }: { name: string; email: string }): string | null {
  const letters = Array.from(password);
  if (letters.length < shortest) return `has fewer than ${shortest} characters`;
  if (new Set(letters).size < 5) return 'repeats a few characters';
  const plain = password.toLowerCase();
  const known = [email, email.split('@')[0] ?? '', ...name.split(/\s+/)].map((part) => part.toLowerCase());
  const left = known.filter((part) => part.length > 3).reduce((rest, part) => rest.replaceAll(part, ''), plain);
  return Array.from(left).length < shortest / 2 ? 'is little more than your name or address' : null;
}
