import { joinPasskeyDoor } from '@rapporteur/api/admin/doors';

/** Lets somebody new in by the passkey that the browser made. */
export const POST = joinPasskeyDoor;
