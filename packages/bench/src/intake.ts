import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { RapporteurError } from '@rapporteur/domain/errors';
import { readDocument } from '@rapporteur/intake/read-document';
import { signatureOf } from '@rapporteur/intake/same-origin';
import { docxWith, fourGigabytes, packedSpaces, sharedBytes } from '@rapporteur/intake/testing/bombs';
import { writeDocx } from '@rapporteur/intake/testing/write-docx';
import { column, writePdf } from '@rapporteur/intake/testing/write-pdf';
import { print } from './figure';
import { say } from './progress';

const mebibyte = 1024 * 1024;
const sentence =
  'The delegates came back after supper, sat down around the long table and read out what their governments had written.';

/** Documents and traps, by name. All are made here. */
const documents: Record<string, () => Buffer> = {
  'text-1mb': () => Buffer.from(`${sentence}\r\n\r\n`.repeat(9_000)),
  'text-20mb': () => Buffer.from(`${sentence}\n\n`.repeat(176_000)),
  'html-10kb': () => page(70),
  'html-1mb': () => page(6_500),
  'html-50mb': () => page(340_000),
  'pdf-500-pages': () =>
    writePdf(
      Array.from({ length: 500 }, (_, index) =>
        column(
          Array.from(
            { length: 40 },
            (_line, line) => `Page ${index + 1}, line ${line + 1}: the delegate asked for the floor again.`,
          ),
        ),
      ),
    ),
  'docx-1mb': () => writeDocx(Array.from({ length: 9_000 }, () => sentence)),
  'bomb-4gb-lying': () => docxWith({ packed: fourGigabytes(), saidSize: 900 }),
  'bomb-45mb-in-46kb': () => docxWith({ packed: packedSpaces(45 * mebibyte), saidSize: 45 * mebibyte }),
  'bomb-4gb-shared': sharedBytes,
};

/**
 * What reading a document costs: `time`, in milliseconds from the bytes to the text, with the start of the process; `memory`, the most
 * that the process had resident, in MB. What is refused is said on standard error, with its words.
 */
export async function run(): Promise<void> {
  for (const [name, make] of Object.entries(documents)) {
    const bytes = make();
    const peak = watchChildren();
    const begun = performance.now();
    const outcome = await readDocument({ bytes, mediaType: null, fileName: null, address: null }).then(
      ({ text }) => `read, ${text.length.toLocaleString('en')} characters`,
      (error: unknown) => {
        if (error instanceof RapporteurError) return `refused: ${error.message}`;
        throw error;
      },
    );
    print(`intake.${name}.time`, performance.now() - begun, 'ms');
    print(`intake.${name}.memory`, peak.stop() / mebibyte, 'MB');
    say(`${name}, ${bytes.byteLength.toLocaleString('en')} bytes: ${outcome}`);
  }
  const text = Array.from({ length: 170_000 }, (_, index) => `word${(index * 7919) % 5003}`).join(' ');
  const begun = performance.now();
  signatureOf(text);
  print('intake.signature-1mb.time', performance.now() - begun, 'ms');
}

const page = (paragraphs: number): Buffer =>
  Buffer.from(
    `<!doctype html><title>Talks</title><body><article>${`<p>${sentence} <b>And more.</b></p>\n`.repeat(paragraphs)}`,
  );

/** The most that any process started from here had resident so far, in bytes; 0 where the system does not tell (Linux does). */
function watchChildren(): { stop: () => number } {
  let most = 0;
  const look = async (): Promise<void> => {
    const children = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').catch(() => '');
    for (const pid of children.split(' ').filter(Boolean)) {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      // Only processes that read: the compiler of the loader runs beside them.
      if (/^Name:\s+node$/m.test(status))
        most = Math.max(most, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024);
    }
  };
  const timer = setInterval(() => void look(), 10);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}
