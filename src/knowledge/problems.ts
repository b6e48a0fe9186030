import { PyframeError } from '../errors.ts'

/** Something wrong in a knowledge file, with its place. */
export interface Problem {
  /** File, relative to the knowledge folder. */
  file: string
  /** Path inside the file, such as `capabilities.orm.source`; empty for the whole file. */
  path: string
  message: string
}

/** Every problem of a knowledge folder at once. */
export class InvalidKnowledge extends PyframeError {
  readonly problems: readonly Problem[]

  constructor(folder: string, problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    super('data', [`${count} in the knowledge folder ${folder}`, ...problems.map(lineOf)].join('\n'), {
      cure: 'mend the places named above; `check` lists them again',
    })
    this.name = 'InvalidKnowledge'
    this.problems = problems
  }
}

/** A problem as one line: file, path, what is wrong. */
export function lineOf(problem: Problem): string {
  const place = problem.path === '' ? problem.file : `${problem.file}: ${problem.path}`
  return `  ${place}: ${problem.message}`
}
