import { passwordDoor } from '@rapporteur/api/admin/doors';

/** Signs in by password; answers with the way on, or back with the problem. */
export const POST = passwordDoor;
