/** Words that tell an event, UTF-16 code units. */
export interface MarkedEvent {
  readonly type: string
  readonly status: string
  readonly from: number
  readonly to: number
}

/** A text in which its writer marked the events. */
export interface MarkedEventText {
  readonly id: string
  /** Without the marks; lines are parted by one newline. */
  readonly text: string
  readonly events: readonly MarkedEvent[]
}

const MARK = /\{([a-z-]+)(?:\/([a-z]+))?\|([^{}|]+)\}/g

/**
 * Texts of a file with marked events (SOURCE.md). Throws where a bracket or bar is left over: `file` and the text are named.
 */
export function readMarkedEvents(content: string, file: string): MarkedEventText[] {
  return content
    .split(/^# doc /m)
    .slice(1)
    .map((block) => {
      const [heading = '', ...lines] = block.trimEnd().split(/\r?\n/)
      const [id = ''] = heading.split(' ')
      const body = lines.join('\n')
      const events: MarkedEvent[] = []
      let text = ''
      let last = 0
      for (const mark of body.matchAll(MARK)) {
        text += body.slice(last, mark.index)
        const words = mark[3]!
        events.push({
          type: mark[1]!,
          status: mark[2] ?? 'happened',
          from: text.length,
          to: text.length + words.length,
        })
        text += words
        last = mark.index + mark[0].length
      }
      text += body.slice(last)
      const left = /[{}|]/.exec(text)
      if (left)
        throw new Error(
          `${file}: ${id} has a "${left[0]}" that belongs to no mark, near "${text.slice(left.index - 20, left.index + 20)}"`,
        )
      return { id, text, events }
    })
}
