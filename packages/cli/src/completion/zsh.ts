import type { Completed } from './tree';

/** A script for zsh, with what each word is about. */
export function forZsh(tree: readonly Completed[]): string {
  const steps = tree.flatMap(({ path, commands }) =>
    commands.map(({ word }) => `      ${quote(`${path}/${word}`)}) at=${quote(`${path} ${word}`.trim())} ;;`),
  );
  const values = tree.flatMap(({ path, options }) =>
    options.flatMap(({ word, value }) =>
      value === 'none'
        ? []
        : [
            `    ${quote(`${path}/${word}`)}) ${Array.isArray(value) ? `compadd -- ${value.map(quote).join(' ')}; ` : value === 'file' ? '_files; ' : ''}return ;;`,
          ],
    ),
  );
  const places = tree.map(({ path, commands, options, argument }) => {
    const words = [...commands, ...(Array.isArray(argument) ? argument.map((word) => ({ word, about: '' })) : [])];
    const files = argument === 'file' ? '; files=yes' : '';
    return `    ${quote(path)}) words_here=(${words.map(described).join(' ')}); flags=(${options.map(described).join(' ')})${files} ;;`;
  });
  return `#compdef rapporteur
# zsh completion of rapporteur, made by "rapporteur completion zsh"
_rapporteur() {
  local at='' files='' i
  local -a words_here flags
  for ((i = 2; i < CURRENT; i++)); do
    case "$at/\${words[i]}" in
${steps.join('\n')}
    esac
  done
  case "$at/\${words[CURRENT-1]}" in
${values.join('\n')}
  esac
  case "$at" in
${places.join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then
    _describe option flags
  elif [[ -n $files ]]; then
    _files
  else
    _describe command words_here
  fi
}
if [[ $funcstack[1] == _rapporteur ]]; then _rapporteur "$@"; else compdef _rapporteur rapporteur; fi
`;
}

/** A word and what it is about: a colon stands between them, so those in a word are escaped. */
const described = ({ word, about }: { word: string; about: string }): string =>
  quote(about === '' ? word.replaceAll(':', '\\:') : `${word.replaceAll(':', '\\:')}:${about}`);

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
