import { signOut } from '@rapporteur/api/admin/sign-in';

/** Ends the session. */
export const POST = signOut;
