// The way out alone: without the schemas that check what comes in, and their library, it loads in a few milliseconds and
// can be loaded in every thread.
export { CAMEO_COLUMNS, type CameoColumn, type CameoRow, cameoTable, toCameo } from './cameo.ts'
export type { CodedOptions } from './coded.ts'
export * from './csv.ts'
export * from './export/backup-format.ts'
export * from './export/export-input.ts'
export * from './export/redaction.ts'
export * from './export/tables.ts'
export * from './format.ts'
export * from './plover.ts'
export * from './record.ts'
export * from './to-wire.ts'
export * from './views.ts'
