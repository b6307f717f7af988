import { joinPasskeyOptionsDoor } from '@rapporteur/api/admin/doors';

/** Asks the browser to make the passkey of somebody new. */
export const POST = joinPasskeyOptionsDoor;
