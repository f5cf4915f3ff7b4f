import type { JSX } from 'preact'
import { WriteForm, type WriteFormProps } from './write-form.tsx'

export interface ReasonFormProps extends Pick<WriteFormProps, 'title' | 'quote' | 'onDone' | 'onCancel'> {
  /** The correction without its author and reason. */
  readonly body: object
}

/** Asks who decides and why, for a change that needs nothing else, and sends it. */
export function ReasonForm({ body, ...frame }: ReasonFormProps): JSX.Element {
  return <WriteForm {...frame} bodyOf={() => ({ body })} />
}
