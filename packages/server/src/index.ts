export { type AppOptions, createApp, type ServerApp } from './app.ts'
export { SERVER_ERRORS, type ServerErrorCode } from './errors.ts'
export { type ServeOptions, type Serving, serveRecord } from './serve.ts'
