import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Extraction, ExtractionOptions } from '@rapporteur/extraction/extraction';

/** How long one text may take, in milliseconds: the longest takes about ten seconds. */
const patience = 120_000;
/** How much memory the program may use for what it makes, in megabytes. */
const heap = 1024;

/**
 * What a text suggests, found by a program of its own: the worker goes on with what is due meanwhile. Throws `limit_exceeded`
 * where it takes too long or ends without an answer.
 */
export function extractApart(text: string, options: ExtractionOptions): Promise<Extraction> {
  const { file, loader } = program();
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${heap}`, ...loader],
    // Nothing of the environment is its business.
    env: {},
    serialization: 'advanced',
    stdio: 'ignore',
  });
  return new Promise<Extraction>((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('message', (found) => resolve(found as Extraction));
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(late);
      reject(
        new RapporteurError('limit_exceeded', 'The text could not be searched in time. Take in the parts that matter.'),
      );
    });
    child.send({ text, options });
  });
}

/** Compiled, this file is part of one that lies beside the compiled program; otherwise the source runs through the TypeScript loader. */
function program(): { file: string; loader: string[] } {
  const here = path.dirname(import.meta.filename);
  if (!import.meta.filename.endsWith('.ts')) return { file: path.join(here, 'extractor.mjs'), loader: [] };
  const loader = createRequire(import.meta.filename).resolve('tsx');
  return { file: path.join(here, 'extractor.ts'), loader: ['--import', pathToFileURL(loader).href] };
}
