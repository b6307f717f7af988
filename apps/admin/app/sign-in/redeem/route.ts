import { linkDoor } from '@rapporteur/api/admin/doors';

/** Redeems a sign-in link; answers with the way to the queue, or back with the problem. */
export const POST = linkDoor;
