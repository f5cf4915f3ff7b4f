import { custodyView, dossierView, engagementsView, type Findings, type ViewSource } from '@backchannel/core'
import type { EngineJson } from '@backchannel/wire/write'
import type { Io } from '../io.ts'
import { renderText } from '../print/text.ts'
import { custodyPage, engagementsPage, type ViewPage } from '../print/view-page.ts'
import { textOptions } from '../text-options.ts'
import type { ReadOptions } from './read.ts'

/** True where the output is JSON. */
export function wantsJson(options: ReadOptions): boolean {
  return options.json === true || options.format === 'json'
}

/** One dossier as the options want it. */
export async function renderDossier(
  io: Io,
  findings: Findings,
  engine: EngineJson,
  options: ReadOptions,
  place: { readonly first: boolean; readonly many: boolean },
): Promise<string> {
  if (options.format === 'plover' || options.format === 'cameo')
    return renderCoded(findings, engine, options, place.first)
  if (wantsJson(options)) {
    const { toWire } = await import('@backchannel/wire/write')
    return `${JSON.stringify(toWire(findings, engine), null, place.many ? undefined : 2)}\n`
  }
  const view = dossierView(findings)
  switch (options.format) {
    case 'html': {
      const { renderHtml } = await import('../print/html.ts')
      return renderHtml(view, engine.version)
    }
    case 'md': {
      const { renderMarkdown } = await import('../print/markdown.ts')
      return renderMarkdown(view)
    }
    default:
      return renderText(view, textOptions(io, options.output !== undefined))
  }
}

/** The events of one document as PLOVER lines or rows of the CAMEO table; `first` puts the names of the columns on top. */
export async function renderCoded(
  findings: Findings,
  engine: EngineJson,
  options: ReadOptions,
  first: boolean,
): Promise<string> {
  const { cameoTable, toCameo, toPlover } = await import('@backchannel/wire/write')
  const all = options.all === true
  if (options.format === 'cameo') return cameoTable(toCameo(findings, { all }), { header: first })
  return toPlover(findings, engine, { all })
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('')
}

/** The names of the columns of the CAMEO table, as its first line. */
export async function cameoHead(): Promise<string> {
  const { cameoTable } = await import('@backchannel/wire/write')
  return cameoTable([])
}

/** A view of all documents together. */
export async function renderView(
  io: Io,
  sources: readonly ViewSource[],
  engine: EngineJson,
  options: ReadOptions,
): Promise<string> {
  if (wantsJson(options)) return `${JSON.stringify(await viewToWire(sources, options), null, 2)}\n`
  const page = pageOf(sources, options)
  switch (options.format) {
    case 'html': {
      const { renderViewHtml } = await import('../print/view-html.ts')
      return renderViewHtml(page, engine.version)
    }
    case 'md': {
      const { renderViewMarkdown } = await import('../print/view-markdown.ts')
      return renderViewMarkdown(page)
    }
    default: {
      const { renderViewText } = await import('../print/view-text.ts')
      return renderViewText(page, textOptions(io, options.output !== undefined))
    }
  }
}

/** A view as plain JSON values: an array of people and groups, or of engagements. */
export async function viewToWire(sources: readonly ViewSource[], options: ReadOptions) {
  const { custodyToWire, engagementsToWire } = await import('@backchannel/wire/write')
  return options.view === 'engagements'
    ? engagementsToWire(engagementsView(sources))
    : custodyToWire(custodyView(sources))
}

function pageOf(sources: readonly ViewSource[], options: ReadOptions): ViewPage {
  return options.view === 'engagements'
    ? engagementsPage(sources, engagementsView(sources))
    : custodyPage(sources, custodyView(sources))
}
