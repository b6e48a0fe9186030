import {
  problemsOfChoices,
  problemsOfCommands,
  problemsOfMessage,
  problemsOfModal,
} from './discord-validator.ts'
import { APPLICATION, describe, type Message, SELF, snowflake } from './fake-discord-world.ts'

/** A call that came in. */
export interface Call {
  method: string
  path: string
  body: Record<string, unknown>
  files: string[]
  at: number
}

export interface Answer {
  status: number
  body?: unknown
  headers?: Record<string, string>
  /** Nothing comes back: the line breaks. */
  lost?: boolean
}

/** What is to go wrong: gives null when a call is not meant. `after`: the call is done, and its answer replaced. */
export interface Fault {
  meets(call: Call): boolean
  answer: Answer
  times: number
  after?: boolean
}

/** An interaction as the fake knows it. */
export interface Known {
  /** Called when it has got its first answer. */
  heard: () => void
  token: string
  channel: string
  user: string
  /** The message whose component was used. */
  message: string | null
  answered: number | null
  original: string | null
  modal: unknown
  choices: unknown
}

const refusal = (status: number, code: number): Answer => ({
  status,
  body: { code, message: `refused with ${code}` },
})

export function createRest(base: string) {
  const messages = new Map<string, Message>()
  const interactions = new Map<string, Known>()
  const nonces = new Map<string, string>()
  const directs = new Map<string, string>()
  const closedFor = new Set<string>()
  const forbidden = new Set<string>()
  const calls: Call[] = []
  const problems: string[] = []
  const faults: Fault[] = []
  const uploads = new Map<string, { body: string; type: string }>()
  let commands: object[] = []

  const note = (call: Call, found: readonly string[]): boolean => {
    problems.push(...found.map((problem) => `${call.method} ${call.path}: ${problem}`))
    return found.length === 0
  }

  function keep(call: Call, channel: string, onlyFor: string | null): Answer {
    const { components, flags, message_reference } = call.body
    const message: Message = {
      id: snowflake(),
      channel,
      flags: Number(flags),
      components: components as unknown[],
      files: call.files,
      onlyFor,
      answering: (message_reference as { message_id?: string } | undefined)?.message_id ?? null,
    }
    messages.set(message.id, message)
    return { status: 200, body: describe(message) }
  }

  function change(call: Call, id: string): Answer {
    const message = messages.get(id)
    if (message === undefined) return refusal(404, 10008)
    const { components, attachments } = call.body
    const files = attachments === undefined ? message.files : call.files
    if (!note(call, problemsOfMessage(call.body, call.files))) return refusal(400, 50035)
    for (const [, name] of JSON.stringify(components).matchAll(/attachment:\/\/([\w.-]+)/g))
      if (!files.includes(name ?? '')) note(call, [`${name} is not there any more`])
    Object.assign(message, { components, files, flags: message.flags | Number(call.body.flags) })
    return { status: 200, body: describe(message) }
  }

  function post(call: Call, channel: string): Answer {
    if (forbidden.has(channel)) return refusal(403, 50013)
    if (closedFor.has(channel)) return refusal(403, 50007)
    if (!note(call, problemsOfMessage(call.body, call.files))) return refusal(400, 50035)
    const key = `${channel}:${call.body.nonce}`
    const known = nonces.get(key)
    if (known !== undefined) return { status: 200, body: describe(messages.get(known) as Message) }
    const answer = keep(call, channel, null)
    nonces.set(key, (answer.body as { id: string }).id)
    return answer
  }

  function respond(call: Call, id: string): Answer {
    const known = interactions.get(id)
    if (known === undefined) return refusal(404, 10062)
    if (known.answered !== null) return refusal(400, 40060)
    const { type, data } = call.body as { type: number; data?: Record<string, unknown> }
    known.answered = type
    known.heard()
    if (type === 5) {
      const hidden = (Number(data?.flags ?? 0) & 64) !== 0
      if (data !== undefined && Object.keys(data).some((key) => key !== 'flags'))
        note(call, ['defers with more'])
      if (data !== undefined && Number(data.flags) !== 64)
        note(call, ['only EPHEMERAL may be set on a defer'])
      const message = { id: snowflake(), channel: known.channel, flags: hidden ? 64 : 0, files: [] }
      messages.set(message.id, {
        ...message,
        components: [],
        onlyFor: hidden ? known.user : null,
        answering: null,
      })
      known.original = message.id
    }
    if (type === 6) known.original = known.message
    if (type === 7) change({ ...call, body: data ?? {} }, known.message ?? '')
    if (type === 8) {
      note(call, problemsOfChoices(data))
      known.choices = data?.choices
    }
    if (type === 9) {
      note(call, problemsOfModal(data))
      known.modal = data
    }
    return { status: 204 }
  }

  function followUp(call: Call, hook: string): Answer {
    const known = [...interactions.values()].find((each) => each.token === hook)
    if (known === undefined || known.answered === null) return refusal(404, 10015)
    if (!note(call, problemsOfMessage(call.body, call.files))) return refusal(400, 50035)
    return keep(call, known.channel, (Number(call.body.flags) & 64) === 0 ? null : known.user)
  }

  function original(call: Call, hook: string): Answer {
    const known = [...interactions.values()].find((each) => each.token === hook)
    if (known === undefined) return refusal(404, 10015)
    if (known.original === null) return refusal(404, 10008)
    if (call.method === 'DELETE') return remove(known.original)
    return change(call, known.original)
  }

  const remove = (id: string): Answer => (messages.delete(id) ? { status: 204 } : refusal(404, 10008))

  function openDirect({ body }: Call): Answer {
    const user = String(body.recipient_id)
    const id = directs.get(user) ?? `9${snowflake()}`
    directs.set(user, id)
    return { status: 200, body: { id, type: 1, recipients: [] } }
  }

  /** Routes by method and path; groups are given in order. */
  const ROUTES: [method: string, path: RegExp, answer: (call: Call, ...ids: string[]) => Answer][] = [
    ['GET', /^\/gateway\/bot$/, () => ({ status: 200, body: gatewayBot() })],
    ['GET', /^\/applications\/@me$/, () => ({ status: 200, body: application() })],
    ['GET', /^\/applications\/\d+(?:\/guilds\/\d+)?\/commands$/, () => ({ status: 200, body: commands })],
    ['PUT', /^\/applications\/\d+(?:\/guilds\/\d+)?\/commands$/, (call) => setCommands(call)],
    ['POST', /^\/interactions\/(\d+)\/[^/]+\/callback$/, (call, id = '') => respond(call, id)],
    ['PATCH', /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/, (call, hook = '') => original(call, hook)],
    ['DELETE', /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/, (call, hook = '') => original(call, hook)],
    ['POST', /^\/webhooks\/\d+\/([^/]+)$/, (call, hook = '') => followUp(call, hook)],
    ['POST', /^\/channels\/(\d+)\/messages$/, (call, channel = '') => post(call, channel)],
    ['PATCH', /^\/channels\/\d+\/messages\/(\d+)$/, (call, id = '') => change(call, id)],
    ['DELETE', /^\/channels\/\d+\/messages\/(\d+)$/, (_, id = '') => remove(id)],
    ['POST', /^\/channels\/\d+\/typing$/, () => ({ status: 204 })],
    ['POST', /^\/users\/@me\/channels$/, openDirect],
  ]

  const gatewayBot = () => ({
    url: base.replace('http', 'ws'),
    shards: 1,
    // With a concurrency of 1, as small bots have, the library waits 5 s before it begins a second session.
    session_start_limit: { total: 1_000, remaining: 999, reset_after: 1, max_concurrency: 16 },
  })

  const application = () => ({
    ...{ id: APPLICATION, name: 'pyframe', description: '', flags: 0, bot: SELF },
    integration_types_config: { 0: {}, 1: {} },
  })

  /** Discord gives commands back with more than it was given. */
  function setCommands(call: Call): Answer {
    const list = call.body as unknown as object[]
    if (!note(call, problemsOfCommands(list, !call.path.includes('/guilds/')))) return refusal(400, 50035)
    commands = list.map((command) => ({
      ...{ id: snowflake(), application_id: APPLICATION, version: snowflake(), nsfw: false },
      ...{ description: '', default_member_permissions: null },
      ...command,
    }))
    return { status: 200, body: commands }
  }

  function perform(call: Call, authorization: string | undefined): Answer {
    const file = uploads.get(call.path)
    if (file) return { status: 200, body: file.body, headers: { 'content-type': file.type } }
    const open = call.path.startsWith('/interactions/') || call.path.startsWith('/webhooks/')
    if (!open && authorization !== 'Bot token') return { status: 401, body: { code: 0, message: '401' } }
    for (const [method, pattern, answer] of ROUTES) {
      const match = method === call.method ? pattern.exec(call.path) : null
      if (match) return answer(call, ...match.slice(1))
    }
    problems.push(`no such route: ${call.method} ${call.path}`)
    return refusal(404, 0)
  }

  function answer(call: Call, authorization: string | undefined): Answer {
    calls.push(call)
    const fault = faults.find((each) => each.times > 0 && each.meets(call))
    if (fault === undefined) return perform(call, authorization)
    fault.times -= 1
    if (fault.after) perform(call, authorization)
    return fault.answer
  }

  return {
    messages,
    interactions,
    directs,
    closedFor,
    forbidden,
    calls,
    problems,
    faults,
    answer,
    get commands() {
      return commands
    },
    /** Puts a file where an attachment can be read. */
    upload(name: string, body: string, type: string): string {
      const path = `/attachments/${snowflake()}/${name}`
      uploads.set(path, { body, type })
      return `${base}/api/v10${path}`
    },
  }
}
