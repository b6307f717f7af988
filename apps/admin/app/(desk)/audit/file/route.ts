import { auditFileDoor } from '@rapporteur/api/admin/doors';

/** The audit log as a file. */
export const GET = auditFileDoor;
