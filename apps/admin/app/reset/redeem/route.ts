import { resetDoor } from '@rapporteur/api/admin/doors';

/** Sets a new password by a reset link. */
export const POST = resetDoor;
