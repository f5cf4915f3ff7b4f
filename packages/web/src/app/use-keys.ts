import { useEffect, useRef } from 'preact/hooks'

/**
 * Calls what a single key means while the focus is within an element and not in a field. Keys with Control, Alt or Meta are
 * the browser's. Gives the reference to put on the element.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>): { readonly current: HTMLDivElement | null } {
  const root = useRef<HTMLDivElement>(null)
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const element = root.current
    if (!element) return
    const pressed = (event: KeyboardEvent): void => {
      const inField = event.target instanceof Element && event.target.closest('input, select, textarea') !== null
      if (inField || event.ctrlKey || event.altKey || event.metaKey) return
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined
      if (!act) return
      event.preventDefault()
      act()
    }
    element.addEventListener('keydown', pressed)
    return () => element.removeEventListener('keydown', pressed)
  }, [])
  return root
}
