// What Node, workers and browsers share, so that this package compiles without Node or DOM types (see core's file of
// the same name), and the one dependency that has no types.
declare global {
  class TextDecoder {
    constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean })
    /** The lower-case name of the encoding that the label means. */
    readonly encoding: string
    decode(bytes?: ArrayBufferView | ArrayBuffer): string
  }
  class TextEncoder {
    encode(text: string): Uint8Array<ArrayBuffer>
  }
  class URL {
    constructor(url: string, base?: string)
    readonly href: string
    readonly protocol: string
    readonly hostname: string
  }
}

export {}
