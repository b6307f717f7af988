/**
 * The domain of the addresses of the demonstration's people. They hold the roles that its records need and are nobody: no mail
 * reaches them (RFC 6761), so nobody is asked to do anything by them.
 */
export const demonstrationDomain = 'rapporteur.invalid';
