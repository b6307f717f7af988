import { answerAuditFile } from './audit-file';
import { desk, type Desk } from './desk';
import { answerIntake } from './intake-door';
import { answerForgotten, answerInvitation, answerReset, answerSetUp } from './join';
import { answerJoinPasskey, answerJoinPasskeyOptions, answerPasskey, answerPasskeyOptions } from './passkey-doors';
import { answerPassword } from './password';
import { answerSecondFactor } from './second-factor';
import { answerLink, answerSignOut } from './sign-in';

// The addresses of the desk of this process that are neither pages nor procedures. Only the last two ask for a session.
const door = (answer: (desk: Desk, request: Request) => Promise<Response>) => (request: Request) =>
  answer(desk(), request);

export const linkDoor = door(answerLink);
export const passwordDoor = door(answerPassword);
export const secondFactorDoor = door(answerSecondFactor);
export const passkeyOptionsDoor = door(answerPasskeyOptions);
export const passkeyDoor = door(answerPasskey);
export const forgottenDoor = door(answerForgotten);
export const resetDoor = door(answerReset);
export const invitationDoor = door(answerInvitation);
export const setUpDoor = door(answerSetUp);
export const joinPasskeyOptionsDoor = door(answerJoinPasskeyOptions);
export const joinPasskeyDoor = door(answerJoinPasskey);
export const signOutDoor = door(answerSignOut);
export const auditFileDoor = door(answerAuditFile);
export const intakeDoor = door(answerIntake);
