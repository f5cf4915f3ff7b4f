// The rings of ARCHITECTURE.md as rules. A rule that isn't checked isn't a rule.
const only = (name, from, allowed) => ({
  name,
  comment: `${from} may import ${allowed.join(', ') || 'nothing'} (and itself)`,
  severity: 'error',
  from: { path: `^packages/${from}/src` },
  to: { path: '^packages/', pathNot: [from, ...allowed].map((p) => `^packages/${p}/`).join('|') },
})
const inCore = (room, allowed) => ({
  name: `core-${room.replace(/[^a-z]/g, '')}`,
  comment: `core/src/${room} may import ${allowed.join(', ') || 'nothing'} (and itself, and errors.ts)`,
  severity: 'error',
  from: { path: `^packages/core/src/${room}/` },
  to: {
    path: '^packages/core/src/',
    pathNot: ['errors\\.ts$', 'ambient\\.d\\.ts$', `src/${room}/`, ...allowed.map((r) => `src/${r}/`)].join('|'),
  },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types may refer to each other; running code may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('core', 'core', []),
    only('intake', 'intake', ['core']),
    only('wire', 'wire', ['core']),
    only('testkit', 'testkit', ['core']),
    only('host', 'host', ['core', 'intake', 'assets']),
    only('store', 'store', ['core']),
    only('desk', 'desk', ['core', 'intake', 'wire', 'store', 'host']),
    only('server', 'server', ['core', 'intake', 'wire', 'store', 'host', 'desk']),
    only('cli', 'cli', ['core', 'intake', 'wire', 'store', 'host', 'desk', 'server', 'web']),
    only('web', 'web', ['core', 'intake', 'wire']),
    inCore('model', []),
    inCore('text', ['model']),
    inCore('ontology', ['model', 'text']),
    inCore('learn', ['model', 'text']),
    inCore('pipeline', ['model']),
    inCore('merge', ['model', 'text', 'ontology', 'learn']),
    inCore('record', ['model', 'ontology']),
    inCore('views', ['model', 'ontology', 'record', 'text']),
    {
      name: 'stage-alone',
      comment: "A stage never imports another stage; stages meet only in a reading's layers.",
      severity: 'error',
      from: { path: '^packages/core/src/stages/([^/]+)/' },
      to: {
        path: '^packages/core/src/',
        pathNot: 'src/(model|text|ontology|learn|pipeline)/|errors\\.ts$|src/stages/$1/',
      },
    },
    {
      name: 'only-presets-name-stages',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: 'src/(stages/|presets\\.ts|index\\.ts)' },
      to: { path: '^packages/core/src/stages/' },
    },
    {
      name: 'public-entries',
      comment: 'Packages are imported by a public entry, never by a deep path.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^packages/([^/]+)/src/',
        pathNot: ['^packages/$1/', 'src/index\\.ts$', 'core/src/learn/index\\.ts$', 'wire/src/write\\.ts$'],
      },
    },
    {
      name: 'core-has-no-dependencies',
      severity: 'error',
      from: { path: '^packages/core/src' },
      to: { dependencyTypes: ['npm', 'core'] },
    },
    {
      name: 'zod-only-in-wire',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/wire/' },
      to: { path: 'node_modules/zod' },
    },
    {
      name: 'testkit-only-in-tests',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: '^packages/testkit/' },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'nobody-imports-tools',
      severity: 'error',
      from: { path: '^packages/[^/]+/src' },
      to: { path: '^(training|evals|benchmarks)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.tools.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
}
