// The few names of the platform that Node, workers and browsers share, so that the pure ring compiles without Node or
// DOM types. Only what is used; signatures as in the WebAssembly and Encoding standards.
declare global {
  class TextDecoder {
    constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean })
    decode(bytes?: ArrayBufferView | ArrayBuffer): string
  }
  class TextEncoder {
    encode(text: string): Uint8Array<ArrayBuffer>
  }
  namespace WebAssembly {
    interface MemoryOptions {
      readonly initial: number
      readonly maximum?: number
      readonly shared?: boolean
    }
    class Memory {
      constructor(options: MemoryOptions)
      readonly buffer: ArrayBuffer
      grow(pages: number): number
    }
    class Module {
      constructor(bytes: ArrayBufferView | ArrayBuffer)
    }
    class Instance {
      constructor(module: Module, imports?: Readonly<Record<string, Readonly<Record<string, unknown>>>>)
      readonly exports: Readonly<Record<string, unknown>>
    }
  }
}

export {}
