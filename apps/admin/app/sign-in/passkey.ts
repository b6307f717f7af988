import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

export type Ask = (address: string, body: unknown) => Promise<Record<string, unknown>>;

/** Sends JSON to one of the desk's own addresses. Throws with the reason in words where it is refused. */
export const ask: Ask = async (address, body) => {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Refused(String(answer['message']));
  return answer;
};

/** The desk said no, in words for a person. */
export class Refused extends Error {}

/** A question of the desk's, as the browser's interface takes it: the desk made it, and nobody in between. */
export const signInOptions = (options: unknown) => options as PublicKeyCredentialRequestOptionsJSON;
export const newOptions = (options: unknown) => options as PublicKeyCredentialCreationOptionsJSON;

/** Passkeys belong to host names. At an address of numbers there are none; its machine has the name localhost. */
export function nameInstead(location: Location): string | null {
  const isLoopback = ['127.0.0.1', '[::1]'].includes(location.hostname);
  return isLoopback ? location.href.replace(location.hostname, 'localhost') : null;
}
