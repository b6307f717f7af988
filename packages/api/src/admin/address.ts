import { networkOf } from '../public/client-address';

/**
 * The header in which the desk's server hands inwards from which address a request came. It sets it on every request, so
 * that what a client wrote there never arrives.
 */
export const addressHeader = 'x-rapporteur-address';

/** The header in which the desk's server hands inwards which path was asked for. */
export const pathHeader = 'x-rapporteur-path';

/** From which address a request came, as the desk's server says; requests without it count as one. */
export const addressOf = (headers: Headers): string => headers.get(addressHeader) ?? 'unknown';

/** What tries from where a request came are counted by. */
export const originOfTries = (headers: Headers): string => networkOf(addressOf(headers));
