import type { Command } from 'commander'
import { EXIT } from '../../io.ts'
import type { CommandContext } from '../../program.ts'
import { type StoreOptions, withRecord, withStoreOptions } from './record-options.ts'

/** Adds `backup`, `restore` and `doctor`. */
export function keepingCommands(program: Command, cx: CommandContext): void {
  withStoreOptions(program.command('backup'))
    .summary('copy the record into one file')
    .description('Makes a consistent copy of the record, also while others read and write it.')
    .argument('<FILE>', 'a name that is not taken')
    .action((file: string, options: StoreOptions) =>
      withRecord(options, { create: false }, async ({ store }) => {
        await store.backup(file)
        await cx.io.write(`${options.store} is copied to ${file}\n`)
      }),
    )
  withStoreOptions(program.command('restore'))
    .summary('make a record of a backup')
    .description('Checks a backup as `doctor` does and makes a record of it.')
    .argument('<BACKUP>', 'made by `backup`')
    .action(async (backup: string, options: StoreOptions) => {
      const { restoreStore } = await import('@backchannel/store')
      await restoreStore(backup, options.store)
      await cx.io.write(`${options.store} is restored from ${backup}\n`)
    })
  withStoreOptions(program.command('doctor'))
    .summary('check the record: hashes, orphans, indexes')
    .description(
      'Verifies the hashes of everything kept, looks for what belongs to nothing, and checks the indexes. Exit status 1 where something is wrong.',
    )
    .option('--json', 'print JSON')
    .action((options: StoreOptions & { readonly json?: boolean }) =>
      withRecord(options, { create: false }, async ({ store }) => {
        const faults = await store.doctor()
        if (faults.length > 0) cx.status = EXIT.flawed
        if (options.json) await cx.io.write(`${JSON.stringify({ counts: await store.counts(), faults }, null, 2)}\n`)
        else if (faults.length === 0) await cx.io.write(`${options.store} is sound\n`)
        else for (const { code, what, remedy } of faults) await cx.io.write(`${code}: ${what}\n  ${remedy}\n`)
      }),
    )
}
