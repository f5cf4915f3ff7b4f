/**
 * Bundles what `tsc` has built: `node --import tsx scripts/bundle.ts` in packages/core, a part of `npm run build`.
 *
 * What it writes is pure ASCII. Esbuild escapes strings, but not regular expressions and raw templates, and one such letter in
 * the source makes V8 keep all of it at two bytes a character in each thread: 1.7 MB more. An escape means the same in a
 * regular expression; raw templates are made into some (`String.raw` is used for nothing else).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { build } from 'esbuild'

const { outputFiles } = await build({
  entryPoints: ['dist/index.js', 'dist/learn/index.js'],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  outbase: 'dist',
  outdir: 'dist/bundle',
  chunkNames: 'shared',
  logLevel: 'warning',
  write: false,
})
for (const { path, text } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, escapeAll(text))
}

/** All UTF-16 units above ASCII as \uXXXX. */
function escapeAll(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
