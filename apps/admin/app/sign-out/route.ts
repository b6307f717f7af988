import { signOutDoor } from '@rapporteur/api/admin/doors';

/** Ends the session. */
export const POST = signOutDoor;
