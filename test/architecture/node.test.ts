import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './sources.ts'

test('the scripts run on Node 26 of node_modules, whatever is installed on the system', () => {
  const environment = { ...process.env, npm_config_loglevel: 'silent' }
  const version = execFileSync('npm', ['exec', '--no', '--', 'node', '--version'], {
    cwd: ROOT,
    env: environment,
  })
  expect(String(version)).toMatch(/^v26\./)
  expect(process.version).toMatch(/^v26\./)
  expect(existsSync(join(ROOT, 'node_modules/.bin/node'))).toBe(true)
})

test('node is pinned exactly, and its install script is allowed by name', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  expect(manifest.devDependencies.node).toMatch(/^26\.\d+\.\d+$/)
  expect(manifest.allowScripts).toEqual({ node: true })
})
