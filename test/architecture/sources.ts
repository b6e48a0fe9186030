import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the project. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export interface Import {
  /** What stands in the import: a relative path or a package. */
  target: string
  typeOnly: boolean
  /** Whether it is loaded only when that line is reached. */
  late: boolean
}

export interface SourceFile {
  /** Path below the project's folder, with `/`. */
  path: string
  text: string
  imports: Import[]
}

const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

/** Every TypeScript file of ours below the folders, with what it imports; the bench installs packages of its own. */
export function sourcesIn(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/(^|[\\/])node_modules[\\/]/.test(name))
      .map((name) => read(`${folder}/${name.replaceAll('\\', '/')}`)),
  )
}

function read(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const imports = [...text.matchAll(IMPORT)].map(([, , type, target, late]) => ({
    target: target ?? late ?? '',
    typeOnly: type !== undefined,
    late: late !== undefined,
  }))
  return { path, text, imports }
}

/** The part a file belongs to: `src/card/plain.ts` is `card`, `adapters/terminal/x.ts` is `adapters/terminal`. */
export function partOf(path: string): string {
  const [top = '', first = '', ...rest] = path.split('/')
  if (top === 'adapters') return `adapters/${first}`
  return rest.length === 0 ? first.replace(/\.ts$/, '') : first
}

/** The path an import of our own leads to, or null for a package. */
export function resolveImport(from: string, target: string): string | null {
  return target.startsWith('.') ? posix.join(posix.dirname(from), target) : null
}
