import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** Media types of the files that a page is made of; others come as bytes without a meaning. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/**
 * The file of a folder that a path means, or null: nothing outside of the folder, also not through a link, and nothing that is
 * hidden. A path without an ending means a page, and so `index.html`: all state of a view is in its address.
 */
export async function findStatic(folder: string, path: string): Promise<Response | null> {
  let plain: string
  try {
    plain = decodeURIComponent(path)
  } catch {
    return null
  }
  const parts = plain.split('/').filter((part) => part !== '')
  const wanted = extname(parts.at(-1) ?? '') === '' ? ['index.html'] : parts
  if (wanted.some((part) => part.startsWith('.') || /[\\\0:]/.test(part))) return null
  const root = await realpath(folder).catch(() => null)
  if (root === null) return null
  const file = await realpath(join(root, ...wanted)).catch(() => null)
  if (file === null || !file.startsWith(root + sep) || !(await stat(file)).isFile()) return null
  const bytes = new Uint8Array(await readFile(file))
  return new Response(bytes, {
    headers: { 'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream' },
  })
}
