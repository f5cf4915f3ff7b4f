/** A value of a claim's field in a few words: a name, days, "agent Norland; host Tarn"; '' where there is none. */
export function valueOfField(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(valueOfField).join('; ')
  if (typeof value !== 'object') return String(value)
  // Any object: only its own texts are shown.
  const { role, name, kind, earliest, latest } = value as Readonly<Record<string, unknown>>
  if (role !== undefined) return `${String(role)} ${String(name)}`
  if (earliest !== undefined || latest !== undefined)
    return earliest === latest ? String(earliest ?? '') : `${String(earliest ?? '…')} to ${String(latest ?? '…')}`
  return String(name ?? kind ?? '')
}
