import { addressHeader } from '../admin/address';
import type { Desk } from '../admin/desk';

type Door = (desk: Desk, request: Request) => Promise<Response>;

interface Sent {
  /** Where the request comes from. */
  from?: string;
  cookie?: string;
}

/** Sends a form to one of the doors as a browser on a page of the desk does. */
export function sendForm(
  desk: Desk,
  door: Door,
  fields: Readonly<Record<string, string>>,
  { from = '198.51.100.1', cookie = '' }: Sent = {},
): Promise<Response> {
  return door(
    desk,
    new Request(`${desk.origin}/form`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: desk.origin,
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
        [addressHeader]: from,
        cookie,
      },
      body: new URLSearchParams(fields).toString(),
    }),
  );
}

/** The cookies of an answer as the browser sends them next. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .filter((cookie) => !/max-age=0(;|$)/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Where an answer sends the browser. */
export const locationOf = (response: Response): string => response.headers.get('location') ?? '';
