import type { OpenOptions } from './sqlite/open-sqlite.ts'
import type { Store } from './store.ts'

/**
 * Opens the store in a file, or makes one there. SQLite is loaded only now; where it cannot be, `store/no-driver` says
 * what to do. Rejects with `store/not-a-store` or `store/newer-file`, and leaves such a file as it is.
 */
export async function openStore(file: string, options: OpenOptions = {}): Promise<Store> {
  const { openSqliteStore } = await import('./sqlite/open-sqlite.ts')
  return openSqliteStore(file, options)
}

/**
 * Makes a store in `file` of a backup, after the checks that `doctor` makes. Rejects with `store/bad-backup` where one of
 * them fails, and with `store/file-exists` where the name is taken; then nothing was made.
 */
export async function restoreStore(backup: string, file: string): Promise<void> {
  const { loadDriver, readFormat } = await import('./sqlite/open-sqlite.ts')
  const { restoreFile } = await import('./sqlite/backup.ts')
  readFormat(backup)
  await restoreFile(await loadDriver(), backup, file)
}
