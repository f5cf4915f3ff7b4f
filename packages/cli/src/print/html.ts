import type { DossierView } from '@backchannel/core'
export function renderHtml(view: DossierView, version: string): string {
  return `${view.document.id}${version}`
}
