import { RapporteurError } from '@rapporteur/domain/errors';
import { expect } from 'vitest';

/** The refusal that work ends in; fails where it ends otherwise. */
export async function refusal(work: Promise<unknown>): Promise<RapporteurError> {
  const error: unknown = await work.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RapporteurError);
  return error as RapporteurError;
}
