import { parseArgs } from 'node:util';
import { extract } from '@rapporteur/extraction/extract';
import { readAnnotated } from './extraction/annotated';
import { errorsOf, tableOf, totalOf } from './extraction/listing';
import { drawSample, sampled, type Sampled } from './extraction/sample';
import { f1, precision, recall, scoreText, share, type Match } from './extraction/score';
import { print } from './figure';

const usage =
  'pnpm bench extraction DIR [--only 001,003] [--leave-out 002] [--errors], or FILE.jsonl.gz … --sample 50 [--seed 1] [--kinds statements,dates]';

/**
 * Holds what extraction suggests against texts that a person annotated: `DIR` holds `NNN.txt` (header lines, `---`, body)
 * with `NNN.json`. Each text is read with its language and its day of publication, where the annotation has one.
 * `statements.*`: content that agrees in at least 0.3 (0.8) of its words. `speaker`, `cue`, `kind`: among those that agree in
 * 0.3. `speaker` is the whole name, without accents and case; `speaker.near` takes half a name. `actors.f1`: name and kind;
 * `dates.f1`: text and EDTF; `….byPlace`: any mention at the marked place. `--errors` lists every difference.
 * With `--sample` there is no annotation: suggestions from files of JSON lines with a field `text` are drawn by chance and
 * printed with where they stand, for people to count which are right.
 */
export async function run(parameters: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      only: { type: 'string', default: '' },
      'leave-out': { type: 'string', default: '' },
      errors: { type: 'boolean', default: false },
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
      kinds: { type: 'string', default: sampled.join(',') },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error(`The folder of annotated texts is missing: ${usage}`);
  if (values.sample !== undefined) {
    const how = { count: Number(values.sample), seed: Number(values.seed), kinds: kindsOf(values.kinds) };
    const lines = await drawSample(positionals, how);
    process.stdout.write(lines.map((line, nth) => `${nth + 1}. ${line}\n`).join(''));
    return;
  }
  const texts = readAnnotated(folder, { only: listOf(values.only), leaveOut: listOf(values['leave-out']) });
  const scores = texts.map((text) => {
    const { body, language, published } = text;
    return scoreText(text, extract(body, { language, ...(published === null ? {} : { published }) }));
  });
  const total = totalOf(scores);
  if (values.errors) {
    const lines = texts.flatMap((text, nth) => (scores[nth] ? errorsOf(text, scores[nth]) : []));
    process.stderr.write(`${lines.join('\n')}\n\n`);
  }
  process.stderr.write(`${tableOf(scores, total)}\n`);
  const among = (wanted: (match: Match) => boolean) => share(total.matches.filter(wanted).length, total.matches.length);
  const figures = {
    'statements.precision': precision(total.loose),
    'statements.recall': recall(total.loose),
    'statements.f1': f1(total.loose),
    'statements.f1.tight': f1(total.tight),
    speaker: among(({ sameSpeaker }) => sameSpeaker),
    'speaker.near': among(({ nearSpeaker }) => nearSpeaker),
    cue: among(({ sameCue }) => sameCue),
    'cue.near': among(({ nearCue }) => nearCue),
    kind: among(({ marked, suggested }) => marked.kind === suggested.kind),
    'actors.f1': f1(total.actors),
    'actors.f1.byPlace': f1(total.actorsByPlace),
    'dates.f1': f1(total.dates),
    'dates.f1.byPlace': f1(total.datesByPlace),
  };
  for (const [name, value] of Object.entries(figures)) print(`extraction.${name}`, value, 'share');
}

const listOf = (names: string): string[] => names.split(',').filter((name) => name !== '');

const kindsOf = (names: string): Sampled[] =>
  listOf(names).map((name) => {
    const kind = sampled.find((known) => known === name);
    if (kind === undefined) throw new Error(`--kinds takes ${sampled.join(', ')}; not ${name}.`);
    return kind;
  });
