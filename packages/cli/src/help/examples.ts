/** A line that somebody could type, and what comes of it. */
interface Example {
  line: string;
  does: string;
}

/** Examples of commands, by their names after `rapporteur`. Their help and the manual show them. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  start: [
    { line: 'rapporteur start', does: 'run everything on this machine' },
    { line: 'WEB_PORT=8080 RAPPORTEUR_DEMO=off rapporteur start', does: 'an empty record, its site on port 8080' },
  ],
  worker: [
    {
      line: 'DATABASE_URL=postgresql://… WEB_ORIGIN=https://… RAPPORTEUR_SECRET=… rapporteur worker',
      does: 'one more worker, on another machine; without the last two it makes no exports and tells no webhooks',
    },
  ],
  mcp: [
    { line: 'rapporteur mcp', does: 'for an assistant that starts this program itself' },
    { line: 'rapporteur mcp --http 3002', does: 'for assistants that come to http://127.0.0.1:3002/mcp' },
  ],
  migrate: [
    {
      line: 'rapporteur migrate',
      does: 'before the new version of the programs is started; what still runs of the version before is restarted at once',
    },
  ],
  demo: [{ line: 'rapporteur demo', does: 'load the demonstration' }],
  import: [
    {
      line: 'rapporteur import record.jsonl --importer ada@example.org --reviewer ben@example.org',
      does: 'bring a bundle in, vouched for by somebody else',
    },
  ],
  'import-dataset': [
    {
      line: 'rapporteur import-dataset datasets/un-votes.yaml --data votes --importer ada@example.org --reviewer ben@example.org --dry-run',
      does: 'check every row of a dataset, and write nothing',
    },
  ],
  export: [
    { line: 'rapporteur export record.jsonl', does: 'write the public record to a file' },
    { line: 'rapporteur export - | gzip > record.jsonl.gz', does: 'write it to standard output' },
  ],
  extract: [
    { line: 'rapporteur extract article.txt --date 2023-11-30', does: 'what a text says, in words' },
    { line: 'curl -s https://… | rapporteur extract - --json', does: 'the same from standard input, as JSON' },
  ],
  verify: [{ line: 'rapporteur verify || echo "look into it"', does: 'ends with 2 where something does not agree' }],
  drift: [{ line: 'rapporteur drift', does: 'ends with 2 where the schema is not that of the migrations' }],
  'user add': [{ line: 'rapporteur user add ada@example.org "Ada Example" --role editor', does: 'let somebody in' }],
  'user list': [{ line: 'rapporteur user list', does: 'who may come in' }],
  'user link': [{ line: 'rapporteur user link ada@example.org', does: 'a link that signs Ada in, once' }],
  'user reset': [
    {
      line: 'rapporteur user reset ada@example.org --drop-second-factor',
      does: 'for somebody who has lost the telephone',
    },
  ],
  man: [{ line: 'rapporteur man | man -l -', does: 'read the manual' }],
  completion: [
    { line: 'rapporteur completion bash > ~/.local/share/bash-completion/completions/rapporteur', does: 'for bash' },
    { line: 'rapporteur completion fish > ~/.config/fish/completions/rapporteur.fish', does: 'for fish' },
    { line: 'rapporteur completion zsh > "${fpath[1]}/_rapporteur"', does: 'for zsh' },
  ],
};
