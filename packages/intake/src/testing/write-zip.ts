import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. What is told of it may be a lie. */
export interface ZipEntry {
  name: string;
  /** As it is packed already, where `packed` is given with its true size and checksum. */
  data: Uint8Array | string;
  packed?: Uint8Array;
  saidSize?: number;
  saidFlags?: number;
  /** Where the directory says it begins; where it does, unless said otherwise. */
  saidOffset?: number;
}

/** An archive (APPNOTE 4.3), written as told, honest or not. `saidCount` is how many entries it says it has. */
export function writeZip(entries: ZipEntry[], { saidCount = entries.length }: { saidCount?: number } = {}): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, packed, saidSize, saidFlags = 0x800, saidOffset } of entries) {
    const bytes = Buffer.from(data);
    const body = Buffer.from(packed ?? deflateRawSync(bytes));
    const title = Buffer.from(name);
    const sizes = { packed: body.byteLength, size: saidSize ?? bytes.byteLength, crc: packed ? 0 : crc32(bytes) };
    const header = numbers(
      [0x04034b50, 4],
      [20, 2],
      [saidFlags, 2],
      [8, 2],
      [0, 4],
      [sizes.crc, 4],
      [sizes.packed, 4],
      [sizes.size, 4],
      [title.byteLength, 2],
      [0, 2],
    );
    local.push(header, title, body);
    central.push(
      numbers(
        [0x02014b50, 4],
        [20, 2],
        [20, 2],
        [saidFlags, 2],
        [8, 2],
        [0, 4],
        [sizes.crc, 4],
        [sizes.packed, 4],
        [sizes.size, 4],
        [title.byteLength, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [saidOffset ?? offset, 4],
      ),
      title,
    );
    offset += header.byteLength + title.byteLength + body.byteLength;
  }
  const directory = Buffer.concat(central);
  const count = Math.min(saidCount, 0xffff);
  const end = numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [directory.byteLength, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...local, directory, end]);
}

function numbers(...fields: [value: number, bytes: number][]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value >>> 0, at, bytes);
  return buffer;
}
