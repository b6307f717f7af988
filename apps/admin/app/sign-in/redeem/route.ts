import { signIn } from '@rapporteur/api/admin/sign-in';

/** Redeems a sign-in link; answers with the way to the queue, or back with the problem. */
export const POST = signIn;
