import { existsSync } from 'node:fs'

/** Where Debian's package puts it; the variable names another one. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Runs before the tests: without a browser there is nothing to prove, which must not look like success. */
export default function needChromium(): void {
  if (existsSync(CHROMIUM)) return
  process.stderr.write(
    `test:browser: there is no ${CHROMIUM}. Install it (Debian: apt-get install -y chromium), or name another with CHROMIUM=path\n`,
  )
  process.exit(3)
}
