import { PyframeError } from '../errors.ts'
import { findProblems } from '../knowledge/load.ts'
import { lineOf } from '../knowledge/problems.ts'
import type { Program } from './program.ts'

/** `check [<folder>]`: every problem of every knowledge file, one a line. */
export async function check(program: Program, args: string[]): Promise<number> {
  if (args.length > 1) throw new PyframeError('usage', 'check takes at most one folder')
  const folder = args[0] ?? program.config().knowledgeFolder
  const problems = await findProblems(folder)
  for (const problem of problems) program.output.write(`${lineOf(problem).trim()}\n`)
  program.output.write(problems.length === 0 ? 'The knowledge is sound.\n' : `${countOf(problems.length)}.\n`)
  return problems.length === 0 ? 0 : new PyframeError('data', 'unsound knowledge').exitStatus
}

const countOf = (count: number): string => (count === 1 ? '1 problem' : `${count} problems`)
