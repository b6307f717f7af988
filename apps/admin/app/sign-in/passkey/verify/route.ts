import { passkeyDoor } from '@rapporteur/api/admin/doors';

/** Signs in by the passkey that the browser found. */
export const POST = passkeyDoor;
