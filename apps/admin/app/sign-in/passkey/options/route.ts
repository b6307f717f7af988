import { passkeyOptionsDoor } from '@rapporteur/api/admin/doors';

/** Asks the browser for a passkey. */
export const POST = passkeyOptionsDoor;
