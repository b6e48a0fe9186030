import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { VARIABLES } from '../../src/config.ts'
import { ROOT } from '../architecture/sources.ts'

/** No container can be run in a test; what is written down is held to the program instead. */
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const KNOWN: readonly string[] = VARIABLES.map(({ name }) => name)
/** What others read: Node, and the driver of the database. */
const OTHERS = ['NODE_ENV', 'PGPASSWORD']
/** What `npm start` does: whoever starts it in another way should have the same program, of the same size. */
const START: string[] = JSON.parse(read('package.json')).scripts.start.split(' ')
/** The program ends by itself in ten. */
const ENOUGH_SECONDS = 11

test('every command of package.json gives Node the same settings', () => {
  const { start, pyframe } = JSON.parse(read('package.json')).scripts
  expect(start).toBe(`${pyframe} start`)
  expect(START).toContain('--max-semi-space-size=8')
  expect(existsSync(join(ROOT, START.at(-2) ?? ''))).toBe(true)
})

describe('the Dockerfile', () => {
  const lines = read('Dockerfile')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter(Boolean)
  const instructions = lines.map((line) => {
    const [, word = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? expect.fail(line)
    return { word, rest }
  })
  const of = (word: string): string[] =>
    instructions.filter((instruction) => instruction.word === word).map(({ rest }) => rest)
  const allowed = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1))

  test('uses the Node version the project is tested on', () => {
    const [major] = JSON.parse(read('package.json')).devDependencies.node.split('.')
    expect(of('FROM').map((from) => from.split(' ')[0])).toEqual([`node:${major}-slim`, `node:${major}-slim`])
  })

  test('copies only what is there and let through, and everything the program is made of', () => {
    const copied = of('COPY')
      .filter((rest) => !rest.startsWith('--from'))
      .flatMap((rest) => rest.split(' ').slice(0, -1))
    for (const path of copied) {
      expect(existsSync(join(ROOT, path)), path).toBe(true)
      expect(allowed).toContain(path)
    }
    expect(copied).toEqual(expect.arrayContaining(['src', 'adapters', 'knowledge', 'package.json']))
  })

  test('lets no secret, no data and no test in', () => {
    expect(read('.dockerignore').split('\n')).toContain('*')
    for (const path of allowed) expect(path).not.toMatch(/^(\.env|data|test|\.git|node_modules|\*)/)
  })

  test('runs as a user without rights, who writes to the volume alone', () => {
    expect(of('USER')).toEqual(['node'])
    const last = instructions.map(({ word }) => word)
    expect(last.lastIndexOf('USER')).toBeGreaterThan(last.lastIndexOf('RUN'))
    expect(of('VOLUME')).toEqual(['/data'])
    expect(of('ENV').join()).toContain('DATABASE_URL=file:/data/')
  })

  test('sets only variables that are read, and no secret', () => {
    const names = of('ENV').flatMap((rest) => [...rest.matchAll(/(\w+)=/g)].map(([, name]) => name))
    expect(names.filter((name) => !KNOWN.includes(name ?? '') && !OTHERS.includes(name ?? ''))).toEqual([])
    expect(names.join()).not.toMatch(/TOKEN|SECRET|KEY/)
  })

  test('starts the program directly, so that signals reach it, and asks for its health', () => {
    expect(JSON.parse(of('CMD').at(-1) ?? '')).toEqual(START)
    const [, check = ''] = /CMD (\[.*\])$/.exec(of('HEALTHCHECK')[0] ?? '') ?? []
    const [command, flag, script] = JSON.parse(check)
    expect([command, flag]).toEqual(['node', '-e'])
    expect(() => new Function(script)).not.toThrow()
    expect(script).toContain('/healthz')
  })
})

describe('compose.yaml', () => {
  const { services, volumes } = load(read('compose.yaml')) as {
    services: Record<'pyframe' | 'postgres', Record<string, unknown>>
    volumes: Record<string, unknown>
  }
  const { pyframe, postgres } = services

  test('sets only variables that are read', () => {
    const names = Object.keys(pyframe.environment as object)
    expect(names.filter((name) => !KNOWN.includes(name) && !OTHERS.includes(name))).toEqual([])
  })

  test('takes rights away, and gives it time to stop', () => {
    expect(pyframe).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    })
    expect(Number.parseInt(String(pyframe.stop_grace_period), 10)).toBeGreaterThanOrEqual(ENOUGH_SECONDS)
  })

  test('opens nothing to other machines, and the database to nobody', () => {
    for (const port of pyframe.ports as string[]) expect(port).toMatch(/^127\.0\.0\.1:/)
    expect(postgres).not.toHaveProperty('ports')
  })

  test('holds no password, waits for the database, and keeps it', () => {
    expect(read('compose.yaml')).not.toMatch(/PASSWORD: (?!\$\{)\S/)
    expect(pyframe.depends_on).toEqual({ postgres: { condition: 'service_healthy' } })
    expect(postgres).toHaveProperty('healthcheck')
    expect(Object.keys(volumes)).toEqual(['postgres'])
  })
})

describe('the systemd unit', () => {
  const unit = read('deploy/pyframe.service')
  const settings = unit
    .split('\n')
    .filter((line) => line !== '' && !/^[#[]/.test(line))
    .map((line) => line.split(/=(.*)/s) as [string, string])
  const of = (name: string): string[] => settings.filter(([key]) => key === name).map(([, value]) => value)

  test('consists of sections and settings', () => {
    expect(unit.match(/^\[\w+\]$/gm)).toEqual(['[Unit]', '[Service]', '[Install]'])
    for (const [name] of settings) expect(name).toMatch(/^[A-Z][A-Za-z]+$/)
  })

  test('starts what is in the project, with the Node it installs', () => {
    const [node = '', ...rest] = of('ExecStart')[0]?.split(' ') ?? []
    expect(existsSync(node.replace('/opt/pyframe', ROOT))).toBe(true)
    expect(['node', ...rest]).toEqual(START)
  })

  test('sets only variables that are read, and no secret', () => {
    const names = of('Environment').map((pair) => pair.split('=')[0] ?? '')
    expect(names.filter((name) => !KNOWN.includes(name) && !OTHERS.includes(name))).toEqual([])
    expect(names.join()).not.toMatch(/TOKEN|SECRET|KEY/)
  })

  test('reloads with the signal the program reads its knowledge on, and gives it time to stop', () => {
    expect(of('ExecReload')[0]).toMatch(/-HUP \$MAINPID$/)
    expect(Number(of('TimeoutStopSec')[0])).toBeGreaterThanOrEqual(ENOUGH_SECONDS)
  })

  test('does not try again what is configured wrongly', () => {
    expect(of('RestartPreventExitStatus')[0]?.split(' ')).toContain('78')
    expect(of('Restart')).toEqual(['on-failure'])
  })
})

test('the documentation for operators names every figure there is', async () => {
  const { createMetrics } = await import('../../src/operation/metrics.ts')
  const names = [...(await createMetrics().text()).matchAll(/^# TYPE (pyframe_\w+)/gm)].map(
    ([, name = '']) => name,
  )
  const text = read('docs/operation.md')
  expect(names.filter((name) => !text.includes(name))).toEqual([])
})
