import { secondFactorDoor } from '@rapporteur/api/admin/doors';

/** Takes the code that a sign-in still waits for. */
export const POST = secondFactorDoor;
