/** A tensor to be written to a model file (docs/reference/model-format.md). */
export interface TensorToWrite {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly type: 'i8' | 'i4' | 'f32' | 'text'
  readonly bytes: Uint8Array
  /** One scale a row; for `i8` and `i4` only. */
  readonly scales?: Float32Array
}

export interface ModelToWrite {
  readonly name: string
  readonly version: string
  readonly config: Readonly<Record<string, unknown>>
  readonly tensors: readonly TensorToWrite[]
}

const padded = (length: number): number => (length + 15) & ~15

/** The bytes of a model file (BCM1). No time stamp: the same model gives the same bytes. */
export function modelFile(model: ModelToWrite): Uint8Array {
  let offset = 0
  const parts: { at: number; bytes: Uint8Array }[] = []
  const place = (bytes: Uint8Array): number => {
    const at = offset
    parts.push({ at, bytes })
    offset += padded(bytes.length)
    return at
  }
  const tensors = model.tensors.map((tensor) => {
    const entry: Record<string, unknown> = {
      name: tensor.name,
      shape: [tensor.rows, tensor.columns],
      type: tensor.type,
      offset: place(tensor.bytes),
    }
    if (tensor.type === 'text') entry['bytes'] = tensor.bytes.length
    if (tensor.scales) entry['scale'] = place(new Uint8Array(tensor.scales.buffer.slice(0)))
    return entry
  })
  const header = { name: model.name, version: model.version, created: '', config: model.config, vocab: {}, tensors }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const base = padded(8 + json.length)
  const out = new Uint8Array(base + offset).fill(0x20, 8, base)
  out.set([0x42, 0x43, 0x4d, 0x31])
  new DataView(out.buffer).setUint32(4, base - 8, true)
  out.set(json, 8)
  for (const part of parts) out.set(part.bytes, base + part.at)
  return out
}
