import { parseArgs } from 'node:util';
import { commands, options, say } from './commands.ts';
import { DatasetError, explain } from './dataset-error.ts';
import { isFileError } from './file-error.ts';
import { type CommandName, HELP, isCommand } from './help.ts';

async function main(args: string[]): Promise<boolean> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    say(HELP.showhow);
    return name !== undefined;
  }
  if (!isCommand(name)) throw new DatasetError(`There is no command “${name}”. “showhow --help” lists them.`);
  const { values, positionals } = parse(name, rest);
  if (values.help) {
    say(HELP[name]);
    return true;
  }
  const command = commands[name];
  const foreign = Object.keys(values).find((key) => !command.takes.some((known) => known === key));
  if (foreign !== undefined)
    throw new DatasetError(`“${name}” takes no --${foreign}. “showhow ${name} --help” lists its options.`);
  return command.run(values, positionals);
}

function parse(name: CommandName, args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw new DatasetError(`${explain(cause)}\n“showhow ${name} --help” lists its options.`, { cause });
  }
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  // What the file system says names the file and the reason. Anything else is a defect, and its place in the code helps.
  console.error(error instanceof DatasetError || isFileError(error) ? `showhow: ${error.message}` : error);
  process.exitCode = 1;
}
