import qrcode from 'qrcode-generator';

/** A QR code as one path on a grid of `size` by `size`, its quiet zone included. */
export interface QrPath {
  size: number;
  path: string;
}

const quiet = 4;

export function qrPath(text: string): QrPath {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const dark: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) dark.push(`M${column + quiet} ${row + quiet}h1v1h-1z`);
    }
  }
  return { size: count + 2 * quiet, path: dark.join('') };
}
