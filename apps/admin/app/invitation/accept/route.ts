import { invitationDoor } from '@rapporteur/api/admin/doors';

/** Takes an invitation up with a password. */
export const POST = invitationDoor;
