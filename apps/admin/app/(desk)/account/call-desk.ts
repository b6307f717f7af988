import { Refused } from '../../sign-in/passkey';

/** Calls a change of the desk from a script. Throws with the reason in words where it is refused. */
export async function callDesk(path: string, input: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`/api/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const body = (await response.json()) as {
    result?: { data: Record<string, unknown> };
    error?: { message: string };
  };
  if (body.result === undefined) throw new Refused(body.error?.message ?? '');
  return body.result.data;
}
