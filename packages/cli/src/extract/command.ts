import { RapporteurError } from '@rapporteur/domain/errors';
import { extract } from '@rapporteur/extraction/extract';
import { languages, type ExtractionOptions, type Language } from '@rapporteur/extraction/extraction';
import { Command, Option } from 'commander';
import { readText } from './read-text';
import { summarise } from './summary';

interface Options {
  lang?: Language;
  date?: string;
  json?: true;
}

/** The command `extract`: it needs neither a database nor a network. */
export function extractCommand(): Command {
  return new Command('extract')
    .argument('<file>', 'a text in UTF-8; "-" for standard input')
    .description('suggest statements, actors, dates, provisions and more from a text; nothing is stored')
    .addOption(
      new Option('--lang <language>', 'the language of the text; without it, it is recognised')
        .choices(languages)
        .argParser(languageOf),
    )
    .option('--date <day>', 'the day it was published (YYYY-MM-DD): "on Tuesday" is counted from it')
    .option('--json', 'print JSON; spans count the Unicode code points of the text as it is in the file')
    .action(async (file: string, { lang, date, json }: Options) => {
      const options: ExtractionOptions = {
        ...(lang === undefined ? {} : { language: lang }),
        ...(date === undefined ? {} : { published: dayOf(date) }),
      };
      const text = await readText(file);
      const found = extract(text, options);
      process.stdout.on('error', endQuietly);
      process.stdout.write(json ? `${JSON.stringify(found)}\n` : summarise(text, found));
    });
}

/** Whoever reads the output may stop early (`… | head`): that is no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

function languageOf(tag: string): Language {
  const [primary] = tag.toLowerCase().split(/[-_]/);
  const language = languages.find((known) => known === primary);
  if (!language)
    throw new RapporteurError('invalid_input', `--lang must be one of ${languages.join(', ')}, not "${tag}".`);
  return language;
}

function dayOf(date: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  // What is no day of the calendar is read as another one (30 February) or as none.
  if (!day || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date))
    throw new RapporteurError('invalid_input', `--date must be a day such as 2023-11-30, not "${date}".`);
  return date;
}
