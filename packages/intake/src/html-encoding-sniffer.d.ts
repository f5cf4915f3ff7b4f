declare module 'html-encoding-sniffer' {
  interface SniffOptions {
    readonly xml?: boolean
    readonly transportLayerEncodingLabel?: string
    readonly defaultEncoding?: string
  }
  /** The encoding of a page by the HTML standard's algorithm; `defaultEncoding` where nothing declares one. */
  export default function sniffHtmlEncoding(bytes: Uint8Array, options?: SniffOptions): string | null
}
