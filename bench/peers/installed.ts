import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PyframeError } from '../../src/errors.ts'

/* Programs that pyframe is measured beside: no part of it, so they are installed here and when they are first needed. */

const FOLDER = import.meta.dirname

const versionOf = (file: string): unknown =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : null

const WANTED: Record<string, string> = JSON.parse(
  readFileSync(join(FOLDER, 'package.json'), 'utf8'),
).dependencies

/** Their names. */
export const BESIDE = Object.keys(WANTED)

/**
 * One of them; its own types may be missing, so whoever uses it says what of it they use.
 *
 * @throws PyframeError 'data' when it cannot be installed
 */
export async function installed<T>(name: string): Promise<T> {
  if (BESIDE.some(isMissing)) install()
  return await import(name)
}

const isMissing = (name: string): boolean =>
  versionOf(join(FOLDER, 'node_modules', name, 'package.json')) !== WANTED[name]

/** Says what it does to standard error: standard output is for figures. */
function install(): void {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0)
    throw new PyframeError('data', 'the programs to measure beside could not be installed', {
      cure: 'run `npm ci` in the folder bench/peers and read what it says',
    })
}
