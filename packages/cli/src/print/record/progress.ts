/** How fast something goes: "12.3/s", right-aligned in eight columns. */
export function rateText(count: number, seconds: number): string {
  const rate = seconds > 0 ? count / seconds : 0
  return `${rate.toFixed(1)}/s`.padStart(8)
}
