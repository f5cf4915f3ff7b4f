import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { createDiskAssets } from '../src/index.ts'

/** A server on the loopback address, the only one that the page may talk to. */
export interface PageServer {
  readonly origin: string
  /** Paths asked for since it started. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/**
 * Bundles `page.ts` for the browser (core, intake's createDocument, wire) and serves it with the assets. A bundle that
 * still wants a module of Node does not build.
 */
export async function servePage(): Promise<PageServer> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['source'],
    outdir: '/',
    write: false,
    logLevel: 'silent',
  })
  const files = new Map(outputFiles.map((file) => [file.path, file.contents]))
  const page =
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>'
  const assets = createDiskAssets()
  const asked: string[] = []

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    asked.push(path)
    const script = files.get(path)
    if (path === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    if (script) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
    const asset = /^\/assets\/((?:models|gazetteers)\/[\w-]+\/[\w-]+\.[a-z]+)$/.exec(path)?.[1]
    try {
      if (asset === undefined) throw new Error('no such path')
      const bytes = await assets.read(asset)
      return response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes)
    } catch {
      return response.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
