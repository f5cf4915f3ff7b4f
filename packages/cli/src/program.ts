import { BackchannelError } from '@backchannel/core'
import { Command, CommanderError } from 'commander'
import { parseCommand } from './commands/parse.ts'
import { readCommand } from './commands/read.ts'
import { aboutStoryCommands } from './commands/record/about-story.ts'
import { exportCommands } from './commands/record/export.ts'
import { ingestCommand } from './commands/record/ingest.ts'
import { judgeCommands, judgementsCommand } from './commands/record/judge.ts'
import { keepingCommands } from './commands/record/keeping.ts'
import { actorCommands, listCommands } from './commands/record/lists.ts'
import { searchCommand } from './commands/record/search.ts'
import { serveCommand } from './commands/record/serve.ts'
import { storyCommands } from './commands/record/stories.ts'
import { watchCommand } from './commands/record/watch.ts'
import { EXIT, type Io, OutputClosed } from './io.ts'
import { diskReaders, programVersion, type Readers } from './readers.ts'
import { cliError, report } from './report.ts'

/** What a command gets to work with, and where it leaves its exit status. */
export interface CommandContext {
  readonly io: Io
  readonly readers: Readers
  status: number
}

/** Runs one command line (without node and script) and gives its exit status. Never rejects. */
export async function run(args: readonly string[], io: Io, readers: Readers = diskReaders): Promise<number> {
  try {
    return await runCommand(args, io, readers)
  } catch (error) {
    // Whoever reads our output has enough, of help and of errors told as JSON too.
    if (error instanceof OutputClosed) return EXIT.done
    throw error
  }
}

async function runCommand(args: readonly string[], io: Io, readers: Readers): Promise<number> {
  const cx: CommandContext = { io, readers, status: EXIT.done }
  const json = args.includes('--json') || args.includes('--jsonl')
  const pending: Promise<void>[] = []
  const program = createProgram(cx, (text) => pending.push(io.write(text)))
  try {
    await program.parseAsync([...args], { from: 'user' })
    await Promise.all(pending)
    return cx.status
  } catch (error) {
    if (error instanceof OutputClosed) throw error
    if (error instanceof CommanderError) {
      await Promise.all(pending)
      // Help and version come this way too, with a status of 0.
      if (error.exitCode === 0) return EXIT.done
      await report(io, cliError('cli/usage', usageDetails(error, args)), EXIT.usage, json)
      return EXIT.usage
    }
    const status = error instanceof BackchannelError && error.code === 'cli/usage' ? EXIT.usage : EXIT.failed
    await report(io, error, status, json)
    return status
  }
}

function usageDetails(error: CommanderError, args: readonly string[]): { why: string; command: string } {
  const command = args[0] !== undefined && /^[a-z]+$/.test(args[0]) ? `backchannel ${args[0]}` : 'backchannel'
  const why = error.code === 'commander.help' ? 'no command is given' : error.message.replace(/^error: /, '')
  return { why, command }
}

/** The command line as commander has it; also what the docs test lists commands and options from. */
export function createProgram(cx: CommandContext, write: (text: string) => void): Command {
  const program = new Command('backchannel')
    .description(
      'Reads news on diplomacy and keeps a record that can be checked: who did what with whom, and who says so.',
    )
    .version(programVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => {}, outputError: () => {} })
    .showSuggestionAfterError(true)
    .addHelpText(
      'after',
      `
Examples:
  backchannel read article.txt --outlet Reuters --published 2025-07-07
  backchannel read article.html --json > dossier.json
  backchannel read --jsonl articles.jsonl > dossiers.jsonl
  backchannel parse < article.txt

Exit status: 0 done, 1 done with errors in the input, 2 wrong usage, 3 could not run.`,
    )
  readCommand(program, cx)
  parseCommand(program, cx)
  ingestCommand(program, cx)
  watchCommand(program, cx)
  storyCommands(program, cx)
  aboutStoryCommands(program, cx)
  listCommands(program, cx)
  actorCommands(program, cx)
  searchCommand(program, cx)
  judgeCommands(program, cx)
  judgementsCommand(program, cx)
  exportCommands(program, cx)
  keepingCommands(program, cx)
  serveCommand(program, cx)
  return program
}
