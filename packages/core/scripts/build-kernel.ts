/**
 * Compiles `kernel/kernel.as` and writes `src/learn/kernel/generated/kernel-bytes.ts`. Run it after a change of the
 * kernel: `node -C source --import tsx packages/core/scripts/build-kernel.ts`. A test compares the committed bytes with
 * a fresh build.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const SOURCE = new URL('../kernel/kernel.as', import.meta.url)
const TARGET = new URL('../src/learn/kernel/generated/kernel-bytes.ts', import.meta.url)

/** The generated module as text. Throws with the compiler's words where the source does not compile. */
export async function buildKernel(): Promise<string> {
  const source = readFileSync(SOURCE, 'utf8')
  let bytes: Uint8Array | null = null
  const { error, stderr } = await asc.main(
    [
      'kernel.ts',
      '--outFile=kernel.wasm',
      '--runtime=stub',
      '--importMemory',
      '--optimizeLevel=3',
      '--noAssert',
      '--converge',
      '--enable=simd',
    ],
    {
      readFile: (name: string) => (name === 'kernel.ts' ? source : null),
      writeFile: (name: string, contents: Uint8Array | string) => {
        if (name === 'kernel.wasm' && typeof contents !== 'string') bytes = contents
      },
      listFiles: () => [],
    },
  )
  if (error !== null || bytes === null) throw new Error(`kernel.as does not compile: ${stderr.toString()}`)
  const lines = (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,110}/g) ?? []
  ).map((line) => `  '${line}',`)
  return [
    '// Written by scripts/build-kernel.ts from kernel/kernel.as. Do not edit.',
    '',
    '/** The WebAssembly module in base64, in lines. */',
    'export const KERNEL_BASE64: readonly string[] = [',
    ...lines,
    ']',
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await buildKernel()
  writeFileSync(TARGET, text)
  console.log(`${fileURLToPath(TARGET)}: ${text.length} characters`)
}
