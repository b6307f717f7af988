import { z } from 'zod';
import { cookieNames, readCookies, setCookie } from './cookies';

/** What a form that was refused says when it is shown again: why, and what was typed but for passwords and codes. */
const flashSchema = z.strictObject({
  message: z.string().max(1000),
  field: z.string().max(60).nullable(),
  typed: z.record(z.string().max(60), z.string().max(300)),
});
export type Flash = z.infer<typeof flashSchema>;

/** The cookie that carries a refusal to the page that is shown next, for a minute. */
export function writeFlash(origin: string, flash: Flash): string {
  const value = Buffer.from(JSON.stringify(flash), 'utf8').toString('base64url');
  return setCookie(origin, cookieNames(origin).flash, value, 60);
}

/** What a form was refused with just now, from the cookie; null where there is none that can be read. */
export function readFlash(origin: string, headers: Headers): Flash | null {
  const value = readCookies(headers).get(cookieNames(origin).flash);
  if (value === undefined) return null;
  try {
    return flashSchema.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}
