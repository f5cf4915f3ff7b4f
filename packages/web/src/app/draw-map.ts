import type { MapPlaceJson } from '@backchannel/wire/write'
import { geoCircle, geoGraticule10, geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'

type Topology = Parameters<typeof mesh>[0]
type Shapes = NonNullable<Parameters<typeof mesh>[1]>

/** The world as world-atlas has it (Natural Earth, public domain). */
export type Atlas = Topology & { readonly objects: { readonly countries: Shapes } }

export interface DrawnPlace {
  readonly place: MapPlaceJson
  /** How exact it is, as a circle on the ground. */
  readonly circle: string
  readonly x: number
  readonly y: number
}

export interface DrawnMap {
  readonly land: string
  readonly borders: string
  readonly lines: string
  readonly places: readonly DrawnPlace[]
}

export const MAP_WIDTH = 960
export const MAP_HEIGHT = 500
/** What a place may be off by, in kilometres: a city's own extent, a region's, half of a middling country's. */
const RADIUS_KM: Readonly<Record<MapPlaceJson['precision'], number>> = { city: 15, region: 80, country: 250 }
const KM_OF_DEGREE = 111.2
/** Degrees around the places that a near view shows at least. */
const AROUND = 9

/** Draws the world, or the part of it where the places are. */
export function drawMap(atlas: Atlas, places: readonly MapPlaceJson[], view: 'near' | 'world'): DrawnMap {
  const projection = geoNaturalEarth1()
  const frame: [[number, number], [number, number]] = [
    [10, 10],
    [MAP_WIDTH - 10, MAP_HEIGHT - 10],
  ]
  if (view === 'near' && places.length > 0) projection.fitExtent(frame, cornersOf(places))
  else projection.fitExtent(frame, { type: 'Sphere' })
  projection.clipExtent([
    [0, 0],
    [MAP_WIDTH, MAP_HEIGHT],
  ])
  const path = geoPath(projection).digits(1)
  return {
    land: path(feature(atlas, atlas.objects.countries)) ?? '',
    borders: path(mesh(atlas, atlas.objects.countries, (a, b) => a !== b)) ?? '',
    lines: path(geoGraticule10()) ?? '',
    places: places.map((place) => {
      const center: [number, number] = [place.longitude, place.latitude]
      const [x, y] = projection(center) ?? [0, 0]
      const radius = RADIUS_KM[place.precision] / KM_OF_DEGREE
      return {
        place,
        circle: path(geoCircle().center(center).radius(radius)()) ?? '',
        x: Math.round(x * 10) / 10,
        y: Math.round(y * 10) / 10,
      }
    }),
  }
}

/** Points around all places; a single place still has its surroundings. */
function cornersOf(places: readonly MapPlaceJson[]): { readonly type: 'MultiPoint'; readonly coordinates: number[][] } {
  return {
    type: 'MultiPoint',
    coordinates: places.flatMap(({ latitude, longitude }) =>
      [-AROUND, AROUND].flatMap((x) =>
        [-AROUND, AROUND].map((y) => [longitude + x, Math.max(-85, Math.min(85, latitude + y))]),
      ),
    ),
  }
}
