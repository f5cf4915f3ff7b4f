/**
 * Where models and gazetteers come from: disk in host, fetch in a browser, memory in tests. Names are paths below the
 * assets package: "models/core/core.bcm", "gazetteers/countries/countries.json".
 */
export interface AssetSource {
  /** The bytes of one asset. Rejects with `assets/missing` where there is none of that name. */
  read(name: string): Promise<Uint8Array>
}

/** Parses a JSON asset. The caller says what it expects; the packages' own tests check that the files hold it. */
export async function readJsonAsset<Shape>(assets: AssetSource, name: string): Promise<Shape> {
  const bytes = await assets.read(name)
  // The file is ours and committed: its shape is proved by tests, not again at every start.
  return JSON.parse(new TextDecoder().decode(bytes)) as Shape
}
