// The way out alone: without the schemas that check what comes in, and their library, it loads in a few milliseconds and
// can be loaded in every thread.
export * from './format.ts'
export * from './to-wire.ts'
