import type { Command } from 'commander';
import { commandsOf } from './commands';
import { examples } from './examples';
import { exitCodesInWords } from './exit-codes';

/** Gives a program and all of its commands a help that shows examples, and says what the exit codes mean. */
export function addHelp(program: Command): void {
  for (const { path, command } of commandsOf(program)) {
    command.showHelpAfterError().exitOverride();
    const own = examples[path];
    if (own !== undefined)
      command.addHelpText(
        'after',
        `\nExamples:\n${own.map(({ line, does }) => `  ${line}\n      ${does}`).join('\n')}`,
      );
  }
  const codes = exitCodesInWords.map(([code, meaning]) => `  ${String(code).padStart(2)}  ${meaning}`).join('\n');
  program.addHelpText(
    'after',
    `\nExit codes:\n${codes}\n\nThe manual is docs/rapporteur.1.md, or "rapporteur man | man -l -"; "rapporteur help import" tells more of one command.`,
  );
}
