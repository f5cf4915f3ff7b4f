import type { DossierView } from '@backchannel/core'
export function renderMarkdown(view: DossierView): string {
  return view.document.id
}
