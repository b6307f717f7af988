import type { Command } from 'commander';
import { commandsOf } from '../help/commands';

/** What can stand after the names of a command. */
export interface Completed {
  /** The names from the program down; empty for the program itself. */
  path: string;
  commands: Word[];
  options: (Word & { value: Value })[];
  /** What its first argument may be; `file` where it names one. */
  argument: Value;
}

interface Word {
  word: string;
  about: string;
}

/** A value: none, one of a few, a file, or anything. */
type Value = 'none' | 'file' | 'any' | readonly string[];

/** What the shell is told, made from the commands themselves. */
export function completedBy(program: Command): Completed[] {
  return commandsOf(program).map(({ path, command }) => ({
    path,
    commands: command.commands.map((one) => ({ word: one.name(), about: one.description() })),
    options: [
      ...command.options.map(({ long, short, flags, description, argChoices }) => ({
        word: long ?? short ?? '',
        about: description,
        value: argChoices ?? valueNamed(/[<[](.+?)[>\]]/.exec(flags)?.[1]),
      })),
      { word: '--help', about: 'show what it does', value: 'none' as const },
    ],
    argument: argumentOf(command),
  }));
}

function argumentOf({ registeredArguments: [first] }: Command): Value {
  if (first === undefined) return 'none';
  return first.argChoices ?? valueNamed(first.name());
}

const valueNamed = (name: string | undefined): Value =>
  name === undefined ? 'none' : /file|folder|mapping/.test(name) ? 'file' : 'any';
