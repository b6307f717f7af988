/** Text in an encoding of one byte a sign, made by asking the decoder what each byte stands for. */
export function encodeAs(text: string, encoding: string): Buffer {
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) {
    const decoder = new TextDecoder(encoding);
    // In parts, as Node 20 has to be asked for windows-1252.
    bytes.set(decoder.decode(Uint8Array.of(byte), { stream: true }) + decoder.decode(), byte);
  }
  return Buffer.from(
    Array.from(text, (sign) => {
      const byte = bytes.get(sign);
      if (byte === undefined) throw new Error(`${encoding} has no ${sign}`);
      return byte;
    }),
  );
}
