import path from 'node:path';
import { LRUCache } from 'lru-cache';
import sharp from 'sharp';
import { drawPicture, type Faces, type PictureText } from './picture';
import { Typeface } from './typeface';

const kept = new LRUCache<string, Buffer>({ maxSize: 8 * 1024 * 1024, sizeCalculation: (png) => png.length });
let faces: Faces | null = null;

/** The site is started in its own folder, and so is what renders it. */
const installed = (): string => path.join(process.cwd(), 'node_modules');

/** The answer to whoever asks for a picture. */
export async function pictureAnswer(text: PictureText): Promise<Response> {
  return new Response(new Uint8Array(await pictureAsPng(text)), { headers: { 'content-type': 'image/png' } });
}

/**
 * The picture of a page as a PNG of 1200 by 630. What it says is what it is kept by: a new version of the record draws those
 * anew of which something changed, and no address can make more of them than there are versions to show.
 */
export async function pictureAsPng(text: PictureText, folder: string = installed()): Promise<Buffer> {
  const key = JSON.stringify(text);
  const known = kept.get(key);
  if (known !== undefined) return known;
  faces ??= { read: new Typeface(folder, 'read'), operate: new Typeface(folder, 'operate') };
  const png = await sharp(Buffer.from(drawPicture(text, faces)))
    .png({ palette: true, colours: 64 })
    .toBuffer();
  kept.set(key, png);
  return png;
}
