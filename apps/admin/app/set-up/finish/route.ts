import { setUpDoor } from '@rapporteur/api/admin/doors';

/** Sets the desk up with a password. */
export const POST = setUpDoor;
