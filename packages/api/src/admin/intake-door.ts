import { largestDocument, takeIn, type Incoming } from '@rapporteur/core/intake/take-in';
import { authorize } from '@rapporteur/core/policy';
import { RapporteurError } from '@rapporteur/domain/errors';
import { sessionContext } from './context';
import type { Desk } from './desk';
import { writeFlash } from './flash';
import { foreign, go } from './form-door';
import { giveBack } from './given-back';
import { isSameOrigin } from '../public/origin';

/** The most that one request may bring, in bytes: two of the largest documents, or many small ones. */
const longestIntake = 2 * largestDocument;
/** The most of a request that does not say how long it is: one document, and room for the form around it. Browsers say it. */
const longestUnsaid = largestDocument + 64 * 1024;
const mostFiles = 20;
/** The longest text of a field that comes back in a cookie, in UTF-16 units. */
const mostTyped = 300;

/**
 * Answers the forms that bring a text to the desk: pasted, as files, or by an address. Only a page of the desk itself may
 * send them, and nothing is read for whoever may not take anything in. What the bytes are is decided when they are read, in
 * a process of its own; they are never served. Refused, the list is shown again with the reason; a pasted text that is too
 * long for that comes back on a page of its own.
 */
export async function answerIntake(desk: Desk, request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, desk.origin)) return foreign();
  const { db, caller } = await sessionContext(desk, request.headers);
  let form: FormData | null = null;
  try {
    authorize(caller, 'intake.take_in');
    form = await formOf(request);
    const key = form.get('key');
    const items = await itemsOf(form);
    const { ids } = await takeIn(db, caller, {
      items,
      ...(typeof key === 'string' && /^[\w-]{8,60}$/.test(key) ? { idempotencyKey: key } : {}),
    });
    return go(`/intake?taken=${ids.length}`);
  } catch (error) {
    if (!(error instanceof RapporteurError)) throw error;
    if (error.code === 'unauthenticated') return go('/sign-in?next=%2Fintake');
    const paste = String(form?.get('text') ?? '');
    if (paste.length > mostTyped) {
      const [published, key] = ['published', 'key'].map((name) => String(form?.get(name) ?? ''));
      return giveBack(error.message, { text: paste, published: published ?? '', key: key ?? '' });
    }
    const flash = {
      message: error.message.slice(0, 1000),
      field: error.issues[0]?.path.slice(1, 60) ?? null,
      typed: typedIn(form),
    };
    return go('/intake?problem=1', [writeFlash(desk.origin, flash)]);
  }
}

/** What was typed, for the form as it is shown again, as far as a cookie carries it. */
function typedIn(form: FormData | null): Record<string, string> {
  const fields = ['text', 'published', 'address'].map((name) => [name, form?.get(name)] as const);
  return Object.fromEntries(
    fields.flatMap(([name, value]) => (typeof value === 'string' && value.length <= mostTyped ? [[name, value]] : [])),
  );
}

/** The fields of a multipart form, read no further than it may be long. */
async function formOf(request: Request): Promise<FormData> {
  if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new RapporteurError('invalid_input', 'This is not a form of the desk.');
  }
  const body = await boundedBody(request);
  try {
    return await new Response(body, {
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    }).formData();
  } catch {
    throw new RapporteurError('invalid_input', 'The form did not arrive whole. Send it again.');
  }
}

async function boundedBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  // What says that it is too long is not waited for; what says nothing, or too little, is counted.
  const said = request.headers.get('content-length');
  if (Number(said ?? 0) > longestIntake) throw tooLong(longestIntake);
  const longest = said === null ? longestUnsaid : longestIntake;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > longest) throw tooLong(longest);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLong = (longest: number) =>
  new RapporteurError(
    'limit_exceeded',
    `Together that is more than ${Math.floor(longest / 1024 / 1024)} MB. Send the documents one by one, or paste the parts that matter.`,
  );

async function itemsOf(form: FormData): Promise<Incoming[]> {
  // A form that is sent with no file chosen sends an empty one without a name.
  const files = form.getAll('files').filter((value) => value instanceof File && (value.name !== '' || value.size > 0));
  if (files.length > mostFiles) {
    throw new RapporteurError('limit_exceeded', `That is more than ${mostFiles} files. Send them in parts.`);
  }
  const items: Incoming[] = [];
  for (const file of files as File[]) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    items.push({ way: 'upload', fileName: file.name, mediaType: file.type === '' ? null : file.type, bytes });
  }
  const [text, address, published] = [form.get('text'), form.get('address'), form.get('published')];
  if (typeof address === 'string' && address.trim() !== '') items.push({ way: 'address', address });
  if (typeof text === 'string' && text.trim() !== '') {
    items.push({ way: 'paste', text, published: typeof published === 'string' ? published : null });
  }
  return items;
}
