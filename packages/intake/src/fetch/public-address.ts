import net from 'node:net';
import { publicAddresses } from '@rapporteur/domain/public-address';

/** Whether an IP address is one machine that everybody can reach. */
export const isPublicAddress = publicAddresses(net);
