import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extract } from '@rapporteur/extraction/extract';
import { textsOf } from './extraction/collection';
import { fitLine, plot, type Point } from './extraction/line-fit';
import { print, quantile } from './figure';
import { say } from './progress';

const usage = 'pnpm bench extraction-speed FILE.jsonl.gz [--plot FILE.svg]';
/** One text of a megabyte: its bound is two seconds. */
const megabyte = 1_000_000;

/**
 * How long extraction takes, on the texts of a file of JSON lines with a field `text`. `first`: 1 MB of them as one text,
 * before anything is warm, in processor time; `megabyte.*`: again, five times, by the clock. `texts.*`: every text by itself,
 * in processor time, since others may be at work on the machine, and the better of two times. `texts.slope`: milliseconds for
 * 1,000 more characters, by least squares; `texts.explained`: R² of that line; `texts.exponent`: the slope of the logarithms,
 * which is 1 where twice the text takes twice the time. `memory.peak` is that of the whole process.
 */
export async function run(parameters: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: { plot: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error(`The file of texts is missing: ${usage}`);
  await timeOneText(file);
  const points: Point[] = [];
  let longest = 0;
  let all = 0;
  for await (const { text } of textsOf(file)) {
    points.push({ x: text.length, y: Math.min(effortOf(text), effortOf(text)) });
    all += text.length;
    longest = Math.max(longest, text.length);
    if (points.length % 100 === 0) say(`${points.length} texts, ${all.toLocaleString('en')} characters`);
  }
  const fit = fitLine(points);
  const logarithms = fitLine(points.filter(({ x }) => x > 0).map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) })));
  const figures: [string, number, string][] = [
    ['texts.count', points.length, 'texts'],
    ['texts.characters', all, 'characters'],
    ['texts.longest', longest, 'characters'],
    ['texts.time', points.reduce((sum, { y }) => sum + y, 0) / 1000, 's'],
    ['texts.slope', fit.slope * 1000, 'ms per 1,000 characters'],
    ['texts.explained', fit.explained, 'R²'],
    ['texts.exponent', logarithms.slope, 'of the length'],
    ['memory.peak', process.resourceUsage().maxRSS / 1000, 'MB'],
  ];
  for (const [name, value, unit] of figures) print(`extraction.${name}`, value, unit);
  if (values.plot !== undefined) {
    writeFileSync(values.plot, plot(points, fit, { x: 'characters', y: 'milliseconds' }));
    say(`The plot is in ${values.plot}`);
  }
}

async function timeOneText(file: string): Promise<void> {
  let text = '';
  for await (const one of textsOf(file)) {
    text += `${one.text}\n\n`;
    if (Buffer.byteLength(text) > megabyte) break;
  }
  const bytes = Buffer.from(text).subarray(0, megabyte);
  const whole = bytes.toString('utf8');
  say(`One text of ${bytes.length.toLocaleString('en')} bytes`);
  const first = effortOf(whole);
  print('extraction.first', first / 1000, 's of processor time');
  const again = Array.from({ length: 5 }, () => timeOf(whole));
  print('extraction.megabyte.p50', quantile(again, 0.5) / 1000, 's');
  print('extraction.megabyte.best', Math.min(...again) / 1000, 's');
}

/** In milliseconds. */
function timeOf(text: string): number {
  const began = performance.now();
  extract(text);
  return performance.now() - began;
}

/** The processor time it takes, in milliseconds. */
function effortOf(text: string): number {
  const began = process.cpuUsage();
  extract(text);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
