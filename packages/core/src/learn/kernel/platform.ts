/** The part of the WebAssembly JavaScript interface that the kernel uses. */
interface Platform {
  readonly Memory: new (options: {
    readonly initial: number
  }) => {
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> }
}

/**
 * WebAssembly, which Node, workers and browsers share. Typed here and not by a library file, because this package is
 * compiled both without platform types and, from tests and tools, beside Node's, which know the name only by half.
 */
// Every platform that runs this has it (Node 20, browsers since 2021 with SIMD).
export const platform = (globalThis as unknown as { readonly WebAssembly: Platform }).WebAssembly
