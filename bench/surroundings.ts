import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Catalogue } from '../src/knowledge/catalogue.ts'
import { documentsOf } from './eval/documents.ts'
import { BESIDE } from './peers/installed.ts'
import { freshConsultant, labelledCases, ROOT } from './subject.ts'

/** What the figures depend on. */
export interface Surroundings {
  machine: string
  versions: Record<string, string>
  sizes: Record<string, number>
}

export async function surroundings(): Promise<Surroundings> {
  const { catalogue } = await freshConsultant()
  return { machine: machineFacts(), versions: versions(), sizes: sizesOf(catalogue) }
}

/** The same as one line each. */
export function inWords({ machine, versions, sizes }: Surroundings): string {
  const listed = (facts: Record<string, string | number>): string =>
    Object.entries(facts)
      .map(([name, fact]) => `${name} ${fact}`)
      .join(', ')
  return [`machine: ${machine}`, `versions: ${listed(versions)}`, `sizes: ${listed(sizes)}`].join('\n')
}

const machineFacts = (): string =>
  [
    ...[`${availableParallelism()} cores (${cpus()[0]?.model.trim() || 'unknown'})`],
    ...[`${(totalmem() / 2 ** 30).toFixed(0)} GB`, `${process.platform} ${process.arch}`],
  ].join(', ')

/** Peers that pyframe itself brings along; the others are installed beside the measurements. */
const AMONG_OURS = ['fuse.js', 'minisearch', '@slack/bolt', 'discord.js', 'pg']

function versions(): Record<string, string> {
  const installed = [
    ...AMONG_OURS.map((name) => [name, versionIn(ROOT, name)] as const),
    ...BESIDE.map((name) => [name, versionIn(join(import.meta.dirname, 'peers'), name)] as const),
  ]
  return {
    pyframe: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
    Node: process.version,
    SQLite: process.versions.sqlite ?? 'unknown',
    ...Object.fromEntries(installed),
  }
}

function versionIn(folder: string, name: string): string {
  const file = join(folder, 'node_modules', name, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : 'not installed'
}

function sizesOf(catalogue: Catalogue): Record<string, number> {
  const { briefs, questions, answers } = labelledCases()
  return {
    entries: catalogue.alternatives.length,
    documents: documentsOf(catalogue).length,
    'labelled briefs': briefs.length,
    'labelled questions': questions.length,
    'labelled answers': answers.length,
  }
}
