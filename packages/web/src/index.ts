import { fileURLToPath } from 'node:url'

/** The folder of the built pages, `index.html` and `assets/`, as an absolute path. It is there after `npm run build`. */
export function webFolder(): string {
  // From src and from dist alike.
  return fileURLToPath(new URL('../dist/site', import.meta.url))
}

/** The folder of the demo collection, a copy of `corpora/envoy-record/articles`. It is there after `npm run build`. */
export function demoFolder(): string {
  return fileURLToPath(new URL('../dist/demo', import.meta.url))
}
