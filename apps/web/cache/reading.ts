import type { IncomingMessage } from 'node:http';
import { parseAddress, type Address } from './address';
import { chooseEncoding, type Encoding } from './negotiate';

const mostAddresses = 5000;
const mostEncodings = 200;

/** Reads requests, and remembers how it read what comes again and again. */
export class Reading {
  private addresses = new Map<string, Address>();
  private encodings = new Map<string, Encoding>();

  address(target: string): Address {
    const known = this.addresses.get(target);
    if (known !== undefined) return known;
    const address = parseAddress(target);
    if (this.addresses.size >= mostAddresses) this.addresses = new Map();
    if (target.length <= 512 && address.to !== 'preview' && address.to !== 'alerts')
      this.addresses.set(target, address);
    return address;
  }

  encoding(request: IncomingMessage): Encoding {
    const header = request.headers['accept-encoding'];
    if (typeof header !== 'string') return 'identity';
    const known = this.encodings.get(header);
    if (known !== undefined) return known;
    const encoding = chooseEncoding(header);
    if (this.encodings.size >= mostEncodings) this.encodings = new Map();
    this.encodings.set(header, encoding);
    return encoding;
  }
}
