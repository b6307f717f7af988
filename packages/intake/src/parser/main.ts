import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Answer, Request } from './channel';
import { readHere } from './read';

// The process that reads one document and ends: bytes come in by the standard input, behind one line about them; the answer
// goes out by the descriptor 3. Whatever the libraries print goes nowhere.

/** The descriptor that the answer goes to. */
const answerTo = 3;

// Who started this process ends it in time. Should it be gone, nothing else would stop a loop that never lets go.
const longest = Number(process.argv[2]);
new Worker(`setTimeout(() => process.kill(${process.pid}, 'SIGKILL'), ${longest})`, { eval: true }).unref();

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const input = Buffer.concat(chunks);
chunks.length = 0;
const lineEnd = input.indexOf('\n');
const about = JSON.parse(input.toString('utf8', 0, lineEnd)) as Request;
const { map, ...received } = about;
const answer: Answer = await readHere({ ...received, bytes: input.subarray(lineEnd + 1) }).then(
  (document) => ({ document: map ? document : { ...document, map: [] } }),
  (error: unknown) => ({ refusal: refusalOf(error) }),
);
send(Buffer.from(JSON.stringify(answer)));
process.exit(0);

function refusalOf(error: unknown): { code: RapporteurError['code']; message: string } {
  if (error instanceof RapporteurError) return { code: error.code, message: error.message };
  // A reader that fails on a file is met by a damaged or a hostile one; its words are about its own insides.
  console.error(error);
  return {
    code: 'invalid_input',
    message:
      'The file is damaged, or made in a way that cannot be read. Save it anew in its program, or send its text.',
  };
}

function send(bytes: Uint8Array): void {
  for (let sent = 0; sent < bytes.byteLength;) {
    try {
      sent += writeSync(answerTo, bytes, sent);
    } catch (error) {
      // The pipe is full: whoever reads it is at it.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
