import { createPlaces, PLACES_ASSET, type PlaceFile, type Places } from '@backchannel/core'
import { createDiskAssets } from '@backchannel/host'

/** The gazetteer that ships. Takes some 50 milliseconds; load it once. */
export async function loadPlaces(): Promise<Places> {
  const bytes = await createDiskAssets().read(PLACES_ASSET)
  // The file is our own, and its form is tested where it is made.
  return createPlaces(JSON.parse(new TextDecoder().decode(bytes)) as PlaceFile)
}
