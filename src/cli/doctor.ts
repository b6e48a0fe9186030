import type { Config } from '../config.ts'
import { databaseName, openStore } from '../desk.ts'
import { messageOf, PyframeError } from '../errors.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import type { Finding, Program } from './program.ts'

/** Node's first release that runs the sources as they are. */
const NODE_MAJOR = 26

/** `doctor`: what works here and what does not, each with its cure; status 1 when something does not. */
export async function doctor(program: Program, args: string[]): Promise<number> {
  if (args.length > 0) throw new PyframeError('usage', `unexpected "${args[0]}"`)
  const findings = [node(), ...(await inspect(program)), ...(await (await program.terminal()).check())]
  for (const { ok, name, detail, cure } of findings) {
    program.output.write(
      `${ok ? 'ok  ' : 'bad '} ${name}: ${detail}${cure === undefined ? '' : ` (${cure})`}\n`,
    )
  }
  return findings.every(({ ok }) => ok) ? 0 : 1
}

function node(): Finding {
  const ok = Number(process.versions.node.split('.')[0]) >= NODE_MAJOR
  const finding = { name: 'Node', ok, detail: process.versions.node }
  return ok
    ? finding
    : { ...finding, cure: 'start it with npm start, which uses the version in node_modules' }
}

async function inspect(program: Program): Promise<Finding[]> {
  const config = await tell('configuration', async () => ({ value: program.config(), detail: 'complete' }))
  if (config.value === undefined) return [config.finding]
  const { knowledgeFolder, databaseUrl, slack, discord }: Config = config.value
  const knowledge = await tell('knowledge', async () => {
    const { alternatives, criteria, hash } = await loadKnowledge(knowledgeFolder, null)
    return {
      value: null,
      detail: `${alternatives.length} options, ${criteria.length} criteria, hash ${hash}`,
    }
  })
  const store = await tell('store', async () => {
    await (await openStore(databaseUrl)).close()
    return { value: null, detail: `${databaseName(databaseUrl)} can be read and written` }
  })
  const fronts = [
    ...(slack === null ? [] : await (await program.slack(slack)).check()),
    ...(discord === null ? [] : await (await program.discord(discord)).check()),
  ]
  return [config.finding, knowledge.finding, store.finding, ...fronts]
}

async function tell<T>(
  name: string,
  look: () => Promise<{ value: T; detail: string }>,
): Promise<{ value: T | undefined; finding: Finding }> {
  try {
    const { value, detail } = await look()
    return { value, finding: { name, ok: true, detail } }
  } catch (error) {
    const cure = error instanceof PyframeError ? error.cure : undefined
    const finding = { name, ok: false, detail: messageOf(error), ...(cure === undefined ? {} : { cure }) }
    return { value: undefined, finding }
  }
}
