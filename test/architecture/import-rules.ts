/**
 * Who may import whom. The one list of these rules; `docs/architecture.md` explains them.
 * A part is a folder or file below `src/` or a folder below `adapters/`; everything in it may import its own part.
 */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  'adapters/terminal': ['adapters/shared', 'desk', 'card', 'config', 'log', 'errors'],
  'adapters/slack': ['adapters/shared', 'desk', 'card', 'config', 'log', 'errors'],
  'adapters/discord': ['adapters/shared', 'desk', 'card', 'config', 'log', 'errors'],
  'adapters/shared': ['desk', 'card', 'log', 'errors'],
  main: ['cli', 'config', 'errors', 'log', 'adapters/terminal', 'adapters/slack', 'adapters/discord'],
  cli: [
    'desk',
    'dialogue',
    'advice',
    'language',
    'knowledge',
    'documents',
    'operation',
    'card',
    'config',
    'errors',
    'log',
  ],
  operation: ['desk', 'errors', 'log'],
  desk: ['dialogue', 'store', 'documents', 'card', 'errors', 'log'],
  dialogue: ['language', 'advice', 'knowledge', 'card', 'errors', 'log'],
  language: ['knowledge', 'errors', 'log'],
  advice: ['knowledge', 'errors', 'log'],
  documents: ['advice', 'knowledge', 'card', 'errors', 'log'],
  store: ['dialogue', 'card', 'errors', 'log'],
  knowledge: ['errors'],
  card: ['errors'],
  config: ['errors', 'log'],
  log: ['errors'],
  errors: [],
}

/** Imports that may only be types: what is written there is shape, not behaviour. */
export const ONLY_TYPES: readonly (readonly [from: string, to: string])[] = [
  ['store', 'dialogue'],
  ['store', 'card'],
]

/** Packages that belong to one part only. */
export const OWNED_PACKAGES: Record<string, readonly string[]> = {
  '@slack/': ['adapters/slack'],
  'discord.js': ['adapters/discord'],
  kysely: ['store'],
  pg: ['store'],
  'node:sqlite': ['store'],
  zod: ['knowledge'],
  'js-yaml': ['knowledge'],
  'fuse.js': ['language'],
  pdfkit: ['documents'],
  '@resvg/': ['documents'],
  '@expo-google-fonts/': ['documents'],
  pino: ['log'],
  'prom-client': ['operation'],
}
