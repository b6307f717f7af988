import { forgottenDoor } from '@rapporteur/api/admin/doors';

/** Sends a reset link to whoever has the address, if anybody has. */
export const POST = forgottenDoor;
