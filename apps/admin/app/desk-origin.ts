import { desk } from '@rapporteur/api/admin/desk';

/** The origin of the desk, by which its cookies are named. */
export const deskOrigin = (): string => desk().origin;

/** Whether the installation sends mail. */
export const sendsMail = (): boolean => desk().mailer !== null;
