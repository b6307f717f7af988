import type { NextRequest } from 'next/server';
import { followableAt } from '../../../lib/followable';

export const dynamic = 'force-dynamic';

/** What the register knows a page by. Only the server in front asks. */
export async function GET(request: NextRequest): Promise<Response> {
  const followed = await followableAt(request.nextUrl.searchParams.get('of') ?? '');
  return followed === null ? new Response(null, { status: 404 }) : new Response(followed.about);
}
