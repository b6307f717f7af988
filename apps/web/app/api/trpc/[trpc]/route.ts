import { handlePublicRequest } from '@rapporteur/api/public/handler';

export const dynamic = 'force-dynamic';

export const GET = handlePublicRequest;
export const HEAD = handlePublicRequest;
export const POST = handlePublicRequest;
