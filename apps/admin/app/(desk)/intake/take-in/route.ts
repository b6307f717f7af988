import { intakeDoor } from '@rapporteur/api/admin/doors';

/** Texts that come in by the forms of the intake: pasted, as files, or by an address. */
export const POST = intakeDoor;
