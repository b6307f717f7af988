import { handleAdminRequest } from '@rapporteur/api/admin/handler';

export const dynamic = 'force-dynamic';

export const GET = handleAdminRequest;
export const POST = handleAdminRequest;
