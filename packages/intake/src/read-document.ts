import { RapporteurError } from '@rapporteur/domain/errors';
import type { ReadDocument, Received } from './document';
import { answerSchema, type Request } from './parser/channel';
import { runParser } from './parser/process';

/** What reading one document may cost, and whether its map is wanted. */
export interface ReadBounds {
  /** Milliseconds; 30 seconds unless said otherwise. */
  time?: number;
  /** Bytes of memory of the process that reads; 512 MiB unless said otherwise. */
  memory?: number;
  /** Bytes of the document; 64 MiB unless said otherwise. */
  input?: number;
  /**
   * Whether the map of the text is answered; it is unless this is false. Of a long document it is by far the largest part of
   * the answer, and whoever asks takes it apart in its own process.
   */
  map?: boolean;
  /** Ends the reading. */
  signal?: AbortSignal;
}

const mebibyte = 1024 * 1024;
const usual = { time: 30_000, memory: 512 * mebibyte, input: 64 * mebibyte, map: true };
/** A map can be longer than its text; both are bounded together, in bytes of JSON. */
const longestAnswer = 128 * mebibyte;

/**
 * Reads what bytes hold, in a process of its own that is ended when it takes longer or needs more memory than it may. The
 * bytes decide what they are. Throws `invalid_input` for what cannot be read and `limit_exceeded` for what goes beyond a
 * bound, in words for whoever sent it; `unavailable` where the process cannot be run; the reason of `signal` when it ends this.
 */
export async function readDocument(received: Received, bounds: ReadBounds = {}): Promise<ReadDocument> {
  const { time, memory, input, map } = { ...usual, ...bounds };
  if (received.bytes.byteLength > input) {
    throw new RapporteurError(
      'limit_exceeded',
      `The file has ${mebibytes(received.bytes.byteLength)} MB; at most ${mebibytes(input)} MB are read. Send the part that matters.`,
    );
  }
  const { mediaType, fileName, address } = received;
  const about: Request = { mediaType, fileName, address, map };
  const parts = [Buffer.from(`${JSON.stringify(about)}\n`), received.bytes];
  const outcome = await runParser(parts, { time, memory, answer: longestAnswer }, bounds.signal).catch(
    (error: unknown) => {
      if (bounds.signal?.aborted) throw error;
      throw new RapporteurError('unavailable', 'The program that reads documents does not start. Try again.', [], {
        cause: error,
      });
    },
  );
  if ('beyond' in outcome) throw tooMuch[outcome.beyond]({ time, memory });
  if ('crashed' in outcome) throw crashed(outcome.crashed);
  const answer = answerOf(outcome.answer);
  if ('refusal' in answer) throw new RapporteurError(answer.refusal.code, answer.refusal.message);
  return answer.document;
}

const mebibytes = (bytes: number): number => Math.ceil(bytes / mebibyte);

const tooMuch = {
  time: ({ time }: { time: number }) =>
    new RapporteurError(
      'limit_exceeded',
      `The file could not be read in ${Math.ceil(time / 1000)} seconds, and reading was stopped. Send a shorter part of it, or its plain text.`,
    ),
  memory: ({ memory }: { memory: number }) =>
    new RapporteurError(
      'limit_exceeded',
      `Reading the file needs more than ${mebibytes(memory)} MB of memory, and was stopped. Send a shorter part of it, or its plain text.`,
    ),
  answer: () =>
    new RapporteurError('limit_exceeded', 'The file holds more text than can be taken in at once. Send it in parts.'),
};

const crashed = (said: string): RapporteurError =>
  new RapporteurError(
    'invalid_input',
    'Reading the file ended in a fault. It may be damaged: save it anew in its program, or send its plain text.',
    [],
    { cause: new Error(said.trim()) },
  );

function answerOf(bytes: Buffer) {
  try {
    return answerSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw crashed(String(error));
  }
}
