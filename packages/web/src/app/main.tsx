import { render } from 'preact'
import { App } from './app.tsx'
import { takeToken } from './writing.ts'

takeToken()

const place = document.getElementById('app')
if (place) {
  place.replaceChildren()
  render(<App />, place)
}
