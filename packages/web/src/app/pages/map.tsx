import type { MapStoryJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import atlasAddress from 'world-atlas/countries-110m.json?url'
import { type Answers, facetsAddress, type MapAnswer, mapAddress } from '../api.ts'
import { type Atlas, drawMap, MAP_HEIGHT, MAP_WIDTH } from '../draw-map.ts'
import { Heading, Loaded, Status } from '../parts/common.tsx'
import { CorrectedMark } from '../parts/corrected.tsx'
import { Narrowing } from '../parts/narrowing.tsx'
import { addressOf, type ListProps, type Query } from '../query.ts'
import { storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, label, whenWords } from '../words.ts'

const PRECISION_WORDS = {
  city: 'a city',
  region: 'a region, at its main city',
  country: 'a country, at the middle of its cities',
} as const

export interface MapProps {
  readonly map: MapAnswer
  readonly atlas: Atlas
  readonly query: Query
  readonly view: 'near' | 'world'
}

/** Where it happened, as exactly as it is known; what is not on the map is in a list beside it. */
export function MapView({ map, atlas, query, view }: MapProps): JSX.Element {
  const { places, unlocated, placeless, stories, looked } = map
  const drawn = useMemo(() => drawMap(atlas, places, view), [atlas, places, view])
  const other = addressOf('/map', { ...query, q: '', after: '' }, view === 'near' ? 'view=world' : '')
  return (
    <>
      <p role="status">
        {counted(places.length, 'place')} on the map, {unlocated.length} not; {counted(placeless, 'story', 'stories')}{' '}
        without a place{looked < stories && `; of the latest ${looked} of ${stories} stories`}.{' '}
        {places.length > 0 && <a href={other}>{view === 'near' ? 'Whole world' : 'Nearer'}</a>}
      </p>
      <svg class="map" viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`} aria-hidden="true">
        <path class="lines" d={drawn.lines} />
        <path class="land" d={drawn.land} />
        <path class="borders" d={drawn.borders} />
        {drawn.places.map(({ place, circle }) => (
          <path key={`${place.name} ${place.country}`} class={`circle ${place.precision}`} d={circle} />
        ))}
        {drawn.places.map(({ place, x, y }, at) => (
          <a key={`${place.name} ${place.country}`} href={`#place-${at + 1}`} tabindex={-1}>
            <title>{`${place.name}: ${counted(place.stories.length, 'story', 'stories')}`}</title>
            <circle class="dot" cx={x} cy={y} r={5 + Math.min(10, place.stories.length)} />
            <text x={x} y={y + 4} class="inside">
              {at + 1}
            </text>
            <text x={x + 9 + Math.min(10, place.stories.length)} y={y + 4}>
              {place.name}
            </text>
          </a>
        ))}
      </svg>
      <p class="hint">Countries: Natural Earth, by world-atlas, drawn here; nothing is asked of any other server.</p>
      <h2>Places</h2>
      {places.length === 0 && <p>None of the places that these stories name is in the gazetteer.</p>}
      <ol>
        {places.map((place, at) => (
          <li key={`${place.name} ${place.country} ${place.precision}`} id={`place-${at + 1}`} tabIndex={-1}>
            <strong>{place.name}</strong> <span>{place.country}</span>{' '}
            <span class="hint">
              {PRECISION_WORDS[place.precision]}; {place.because}, {Math.round(place.score * 100)} % sure
            </span>
            <Stories of={place.stories} />
          </li>
        ))}
      </ol>
      <h2>Not on the map</h2>
      {unlocated.length === 0 && <p>Every place that is named is on the map.</p>}
      {unlocated.length > 0 && (
        <p class="hint">The gazetteer has no place of the name, or several and nothing tells which.</p>
      )}
      <ul>
        {unlocated.map(({ name, country, stories: own }) => (
          <li key={`${name} ${country}`}>
            <strong>{name}</strong> {country !== null && <span>{country}</span>}
            <Stories of={own} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Stories({ of }: { readonly of: readonly MapStoryJson[] }): JSX.Element {
  return (
    <ul>
      {of.map(({ id, title, type, status, when, correctedBy }) => (
        <li key={id}>
          <a href={storyHref(id)}>{title}</a> <Status status={status} />{' '}
          <span class="hint">
            {label(type)}, {whenWords(when)}
          </span>{' '}
          <CorrectedMark by={correctedBy} />
        </li>
      ))}
    </ul>
  )
}

/** The map of the address. */
export function MapPage(list: ListProps): JSX.Element {
  const { query, look } = list
  const view = look === 'view=world' ? 'world' : 'near'
  const map = useFetched<MapAnswer>(mapAddress(query))
  const atlas = useFetched<Atlas>(atlasAddress)
  const facets = useFetched<Answers['facets']>(facetsAddress(query))
  return (
    <>
      <Heading>Map</Heading>
      <p class="lead">
        Where it happened, as the words name the place; a circle is as large as the place is uncertain.
      </p>
      <Narrowing {...list} path="/map" name="Places" facets={facets}>
        <Loaded of={map}>
          {(found) => (
            <Loaded of={atlas}>{(world) => <MapView map={found} atlas={world} query={query} view={view} />}</Loaded>
          )}
        </Loaded>
      </Narrowing>
    </>
  )
}
