import type { Command } from 'commander';
import { commandsOf } from './commands';
import { examples } from './examples';
import { exitCodesInWords } from './exit-codes';

/** What the environment settles, in the order in which people ask. */
const environment: readonly (readonly [name: string, meaning: string])[] = [
  ['DATABASE_URL', 'The PostgreSQL (15 or newer) to use as its owner; without it an embedded one is started.'],
  ['DATABASE_READER_URL', 'How the public side reads, where that does not follow from the owner’s address.'],
  ['DATABASE_REPLICA_URLS', 'Streaming replicas that the public side reads from, separated by commas.'],
  ['RAPPORTEUR_DATA_DIR', 'Where the embedded PostgreSQL and the secret of the instance are kept: `.data`.'],
  [
    'RAPPORTEUR_SECRET',
    'The secret of the instance, at least 32 characters of chance; made and kept where it is not given.',
  ],
  ['RAPPORTEUR_DEMO', '`off` for a record that begins empty.'],
  ['HOST', 'The address to listen on: 127.0.0.1.'],
  ['WEB_PORT', 'The port of the site: 3000.'],
  ['ADMIN_PORT', 'The port of the desk: 3001.'],
  ['WEB_ORIGIN', 'How readers reach the site, such as `https://record.example.org`.'],
  ['ADMIN_ORIGIN', 'How editors reach the desk.'],
  ['API_READS_PER_MINUTE', 'How many reads programs at one address may make: 6000.'],
  ['TRUSTED_PROXIES', 'The proxies whose word on where a request came from is taken.'],
  ['SMTP_URL', 'How mail is sent, and with `MAIL_FROM` whom it comes from; without them none is.'],
  ['DATA_LICENCE', 'The licence of the public record by its SPDX id: `CC-BY-4.0`.'],
];

/** The manual of the command line in Markdown, in the order of a page of section 1. */
export function manual(program: Command): string {
  const commands = commandsOf(program).filter(({ path, command }) => path !== '' && command.commands.length === 0);
  return [
    '# rapporteur(1)',
    '<!-- Made from the commands; a test keeps it in step: npx vitest run --project parts packages/cli/src/help -u -->',
    '## Name',
    `rapporteur: ${lowerFirst(program.description())}`,
    '## Synopsis',
    'In a checkout: `pnpm rapporteur <command>`, or without a line of pnpm’s own `node packages/cli/bin/rapporteur.mjs <command>`.',
    '## Commands',
    ...commands.flatMap(({ path, command }) => section(path, command)),
    '## Exit status',
    ...list(exitCodesInWords.map(([code, meaning]) => [String(code), `${meaning}.`])),
    '## Environment',
    ...list(environment),
  ]
    .join('\n\n')
    .concat('\n');
}

function section(path: string, command: Command): string[] {
  const takes = [
    ...command.registeredArguments.map((argument) => [argument.name(), withChoices(argument)] as const),
    ...command.options.map(({ flags, ...option }) => [flags, withChoices(option)] as const),
  ].filter(([, meaning]) => meaning !== '');
  const own = examples[path] ?? [];
  return [
    `### rapporteur ${path} ${command.options.length > 0 ? command.usage() : command.usage().replace('[options]', '')}`
      .replaceAll(/ +/g, ' ')
      .trim(),
    sentence(command.description()),
    ...list(takes.map(([name, meaning]) => [name, sentence(meaning)])),
    ...(own.length === 0 ? [] : ['```sh\n' + own.map(({ line, does }) => `${line} # ${does}`).join('\n') + '\n```']),
  ];
}

const withChoices = ({
  description,
  argChoices = [],
}: {
  description: string;
  argChoices?: readonly string[] | undefined;
}): string => (argChoices.length === 0 ? description : `${description} (${argChoices.join(', ')})`);

const list = (rows: readonly (readonly [string, string])[]): string[] =>
  rows.length === 0 ? [] : [rows.map(([name, meaning]) => `- \`${name}\`: ${meaning}`).join('\n')];

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
