import { defineConfig } from 'vitest/config'

/** Milliseconds for a test. Most take a few; a machine that does a lot else must not make one fail. */
const PATIENCE_MS = 30_000

export default defineConfig({ test: { testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS } })
