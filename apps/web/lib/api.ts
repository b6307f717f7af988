import { createPublicContext } from '@rapporteur/api/public/context';
import { publicCaller } from '@rapporteur/api/public/router';
import { headers } from 'next/headers';

/** The instant this page is read at (ISO 8601), or null for today. Only the server in front can set it. */
export async function pageInstant(): Promise<string | null> {
  return (await headers()).get('x-rapporteur-as-of');
}

/** The public procedures, reading the record as it stands at the instant of this page. */
export async function publicApi(): Promise<ReturnType<typeof publicCaller>> {
  const version = (await headers()).get('x-rapporteur-version');
  return publicCaller(
    createPublicContext({ asOf: await pageInstant(), version: version === null ? null : Number(version) }),
  );
}
