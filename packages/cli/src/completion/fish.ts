import type { Completed } from './tree';

/** A script for fish, with what each word is about. */
export function forFish(tree: readonly Completed[]): string {
  const lines = tree.flatMap(({ path, commands, options, argument }) => {
    const here = path === '' ? '__fish_use_subcommand' : `__rapporteur_at ${path}`;
    const add = (more: string, about: string) =>
      `complete -c rapporteur -n ${quote(here)} ${more}${about === '' ? '' : ` -d ${quote(about)}`}`;
    return [
      ...commands.map(({ word, about }) => add(`-a ${quote(word)}`, about)),
      ...options.map(({ word, about, value }) => {
        const takes = Array.isArray(value)
          ? ` -x -a ${quote(value.join(' '))}`
          : value === 'none'
            ? ''
            : value === 'file'
              ? ' -r -F'
              : ' -x';
        return add(`-l ${word.replace(/^--/, '')}${takes}`, about);
      }),
      ...(Array.isArray(argument) ? [add(`-a ${quote(argument.join(' '))}`, '')] : []),
      ...(argument === 'file' ? [add('-F', '')] : []),
    ];
  });
  return `# fish completion of rapporteur, made by "rapporteur completion fish"
function __rapporteur_at
    set -l words (commandline -opc)[2..-1]
    test (count $words) -ge (count $argv); and test "$words[1..(count $argv)]" = "$argv"
end
complete -c rapporteur -f
${lines.join('\n')}
`;
}

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
