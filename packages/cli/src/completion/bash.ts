import type { Completed } from './tree';

/** A script for bash, which asks nothing of this program when somebody presses the tab key. */
export function forBash(tree: readonly Completed[]): string {
  const steps = tree.flatMap(({ path, commands }) =>
    commands.map(({ word }) => `      ${quote(`${path}/${word}`)}) at=${quote(`${path} ${word}`.trim())} ;;`),
  );
  const values = tree.flatMap(({ path, options }) =>
    options.flatMap(({ word, value }) => {
      const told = Array.isArray(value) ? `words=${quote(value.join(' '))}` : value === 'file' ? 'files=yes' : ':';
      return value === 'none' ? [] : [`    ${quote(`${path}/${word}`)}) ${told} ;;`];
    }),
  );
  const places = tree.map(({ path, commands, options, argument }) => {
    const words = [...commands.map(({ word }) => word), ...(Array.isArray(argument) ? argument : [])].join(' ');
    const flags = options.map(({ word }) => word).join(' ');
    return `        ${quote(path)}) words=${quote(words)}; flags=${quote(flags)}; files=${argument === 'file' ? 'yes' : ''} ;;`;
  });
  return `# bash completion of rapporteur, made by "rapporteur completion bash"
_rapporteur() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  local at='' words='' flags='' files='' i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at/\${COMP_WORDS[i]}" in
${steps.join('\n')}
    esac
  done
  case "$at/$before" in
${values.join('\n')}
    *)
      case "$at" in
${places.join('\n')}
      esac
      [[ $current == -* ]] && words="$flags" files=''
      ;;
  esac
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    local IFS=$'\\n'
    COMPREPLY=($(compgen -f -- "$current"))
  else
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}
complete -F _rapporteur rapporteur
`;
}

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
