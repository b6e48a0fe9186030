import type { IncomingHttpHeaders } from 'node:http'
import { problemsOfMessage, problemsOfView } from './slack-validator.ts'

type Json = Record<string, unknown>

/** A call of the Web API, as it came. */
export interface Call {
  method: string
  token: string
  args: Json
}

/** A message as people have it before them. */
export interface Shown {
  ts: string
  channel: string
  /** The only one who sees it; null = everybody in the channel. */
  only: string | null
  thread: string | null
  text: string
  blocks: Json[]
}

interface Answer {
  status: number
  /** It arrived, and the answer does not. */
  lost?: boolean
  headers?: Record<string, string>
  body: string
}

/** The answer of a call that goes wrong; a text is Slack's own word for it, `LOST` that it breaks off too late. */
export type Failure =
  | string
  | typeof LOST
  | { status: number; headers?: Record<string, string>; body?: string }

export const LOST = { lost: true } as const

const ok = (body: object = {}): Answer => ({ status: 200, body: JSON.stringify({ ok: true, ...body }) })
const refused = (error: string): Answer => ({ status: 200, body: JSON.stringify({ ok: false, error }) })

/** Uses of a hook, as Slack counts them. */
const HOOK_USES = 5

interface Hook {
  channel: string
  user: string
  /** The message it was given with; null for a command. */
  message: string | null
  uses: number
}

const SELF = { user_id: 'UPYFRAME', bot_id: 'BPYFRAME', user: 'pyframe', team: 'Acme', team_id: 'T1' }

/** Slack's state and the methods the app uses, as far as tests can see them. */
export function createWebApi(base: string) {
  const calls: Call[] = []
  const problems: string[] = []
  const shown: Shown[] = []
  const views: { user: string; view: Json }[] = []
  const homes = new Map<string, Json>()
  const uploads: { name: string; channel: string; bytes: Buffer }[] = []
  const hooks = new Map<string, Hook>()
  const files = new Map<string, { type: string; content: string }>()
  const failures = new Map<string, Failure[]>()
  const names = new Map<string, string>()
  const tokens = new Set(['xoxb-test', 'xapp-test'])
  const members = new Set<string>()
  const usedTriggers = new Set<string>()
  let scopes: string[] | null = null
  let count = 0
  /** Who waits for something to change on their screen, and where that may be. */
  const watchers = new Set<{ places: readonly string[]; notice: () => void }>()
  const noteChange = ({ only, channel }: Pick<Shown, 'only' | 'channel'>): void => {
    const place = only ?? (channel.startsWith('D') ? channel : 'everywhere')
    for (const watcher of watchers) {
      if (!watcher.places.includes(place)) continue
      watchers.delete(watcher)
      watcher.notice()
    }
  }

  const next = (): number => {
    count += 1
    return count
  }
  const newTs = (): string => `1700000000.${String(next()).padStart(6, '0')}`
  const check = (where: string, found: readonly string[]): void => {
    problems.push(...found.map((problem) => `${where}: ${problem}`))
  }
  const checkMessage = (where: string, message: Json): void => {
    if (message.blocks !== undefined) check(where, problemsOfMessage(message))
    else if (typeof message.text !== 'string' || message.text === '') problems.push(`${where}: no text`)
  }

  function show(message: Omit<Shown, 'ts'>): string {
    const ts = newTs()
    shown.push({ ts, ...message })
    noteChange(message)
    return ts
  }

  function change(ts: string, how: Partial<Shown> | null): boolean {
    const at = shown.findIndex((message) => message.ts === ts)
    const message = shown[at]
    if (message === undefined) return false
    if (how === null) shown.splice(at, 1)
    else Object.assign(message, how)
    noteChange(message)
    return true
  }

  const content = (args: Json): Pick<Shown, 'text' | 'blocks'> => ({
    text: String(args.text ?? ''),
    blocks: (args.blocks as Json[] | undefined) ?? [],
  })

  const METHODS: Record<string, (args: Json) => Answer> = {
    'auth.test': () => ({
      ...ok(SELF),
      ...(scopes !== null && { headers: { 'x-oauth-scopes': scopes.join(',') } }),
    }),
    'apps.connections.open': () => ok({ url: `${base.replace('http', 'ws')}/link` }),
    'chat.postMessage'(args) {
      const to = String(args.channel)
      if (to.startsWith('C') && !members.has(to)) return refused('not_in_channel')
      const channel = to.startsWith('U') ? `D${to.slice(1)}` : to
      checkMessage('chat.postMessage', args)
      const ts = show({ channel, only: null, thread: (args.thread_ts as string) ?? null, ...content(args) })
      return ok({ ts, channel })
    },
    'chat.postEphemeral'(args) {
      const channel = String(args.channel)
      if (!members.has(channel)) return refused('not_in_channel')
      checkMessage('chat.postEphemeral', args)
      const only = String(args.user)
      show({ channel, only, thread: (args.thread_ts as string) ?? null, ...content(args) })
      return ok()
    },
    'chat.update'(args) {
      checkMessage('chat.update', args)
      return change(String(args.ts), content(args)) ? ok() : refused('message_not_found')
    },
    'chat.delete': (args) => (change(String(args.ts), null) ? ok() : refused('message_not_found')),
    'views.open'(args) {
      const [user = '', stale] = String(args.trigger_id).split('/')
      if (stale === 'stale') return refused('expired_trigger_id')
      if (usedTriggers.has(String(args.trigger_id))) return refused('exchanged_trigger_id')
      usedTriggers.add(String(args.trigger_id))
      check('views.open', problemsOfView(args.view))
      views.push({ user, view: { ...(args.view as Json), id: `V${next()}` } })
      return ok()
    },
    'views.publish'(args) {
      check('views.publish', problemsOfView(args.view))
      homes.set(String(args.user_id), args.view as Json)
      return ok()
    },
    'users.info'(args) {
      const name = names.get(String(args.user))
      return name === undefined
        ? refused('user_not_found')
        : ok({ user: { profile: { display_name: name } } })
    },
    'conversations.open': (args) => ok({ channel: { id: `D${String(args.users).slice(1)}` } }),
    'assistant.threads.setSuggestedPrompts': () => ok(),
    'assistant.threads.setStatus': () => ok(),
    'files.getUploadURLExternal'(args) {
      uploads.push({ name: String(args.filename), channel: '', bytes: Buffer.alloc(0) })
      return ok({ upload_url: `${base}/upload/${uploads.length - 1}`, file_id: `F${next()}` })
    },
    'files.completeUploadExternal'(args) {
      for (const upload of uploads) if (upload.channel === '') upload.channel = String(args.channel_id)
      return ok({ files: [] })
    },
    'oauth.v2.access': (args) => {
      const team = String(args.code)
      tokens.add(`xoxb-${team}`)
      return ok({
        app_id: 'A1',
        authed_user: { id: 'UADMIN' },
        scope: 'chat:write',
        token_type: 'bot',
        access_token: `xoxb-${team}`,
        bot_user_id: 'UPYFRAME',
        team: { id: team, name: team },
        enterprise: null,
        is_enterprise_install: false,
      })
    },
  }

  function callApi(method: string, headers: IncomingHttpHeaders, body: Buffer): Answer {
    const args = readArgs(body)
    const token = String(args.token ?? headers.authorization?.replace('Bearer ', '') ?? '')
    calls.push({ method, token, args })
    const failure = failures.get(method)?.shift()
    if (typeof failure === 'string') return refused(failure)
    if (failure !== undefined && 'status' in failure) return { body: '', ...failure }
    if (method !== 'oauth.v2.access' && !tokens.has(token)) return refused('invalid_auth')
    const run = METHODS[method]
    if (run !== undefined) return { ...run(args), ...(failure !== undefined && LOST) }
    problems.push(`${method} is no method the app should need`)
    return refused('unknown_method')
  }

  function callHook(id: string, body: Buffer): Answer {
    const hook = hooks.get(id)
    const message = JSON.parse(String(body)) as Json
    calls.push({ method: 'response_url', token: '', args: message })
    const failure = failures.get('response_url')?.shift()
    if (typeof failure === 'string') return { status: 400, body: failure }
    if (failure !== undefined && 'status' in failure) return { body: '', ...failure }
    if (hook === undefined || hook.uses >= HOOK_USES) return { status: 404, body: 'used_url' }
    hook.uses += 1
    return { ...useHook(hook, message), ...(failure !== undefined && LOST) }
  }

  function useHook(hook: Hook, message: Json): Answer {
    if (message.delete_original === true) {
      if (hook.message !== null) change(hook.message, null)
      return ok()
    }
    checkMessage('response_url', message)
    if (message.replace_original === true && hook.message !== null) change(hook.message, content(message))
    else {
      const only = message.response_type === 'in_channel' ? null : hook.user
      const ts = show({ channel: hook.channel, only, thread: null, ...content(message) })
      // From then on "original" is what this hook has shown.
      if (only !== null) hook.message ??= ts
    }
    return ok()
  }

  return {
    calls,
    problems,
    shown,
    views,
    homes,
    uploads,
    names,
    members,
    tokens,
    hooks,
    /** Resolves when something changes on somebody's screen from now on. */
    nextChange: (user: string, dm: string): Promise<void> =>
      new Promise((notice) => watchers.add({ places: [user, dm, 'everywhere'], notice })),
    newTs,
    /** The next calls of a method go wrong, one after the other. */
    fail: (method: string, ...how: Failure[]) => {
      failures.set(method, [...(failures.get(method) ?? []), ...how])
    },
    /** From now on calls of a method go well again. */
    heal: (method: string) => void failures.delete(method),
    grant(granted: readonly string[]) {
      scopes = [...granted]
    },
    /** A response_url. */
    newHook(channel: string, user: string, message: string | null): string {
      const id = `h${next()}`
      hooks.set(id, { channel, user, message, uses: 0 })
      return `${base}/hook/${id}`
    },
    /** Content that can be read with the token. */
    newFile(content: string, type = 'text/plain'): string {
      const id = `f${next()}`
      files.set(id, { type, content })
      return `${base}/files/${id}`
    },
    async answer(path: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
      const [, area = '', id = ''] = path.split('/')
      if (area === 'api') return callApi(id, headers, body)
      if (area === 'hook') return callHook(id, body)
      if (area === 'upload') {
        const upload = uploads[Number(id)]
        if (upload) upload.bytes = body
        return { status: 200, body: 'OK' }
      }
      const file = files.get(id)
      if (!file || !tokens.has(headers.authorization?.replace('Bearer ', '') ?? ''))
        return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>log in</html>' }
      return { status: 200, headers: { 'content-type': file.type }, body: file.content }
    },
  }
}

/** Arguments as the Web API takes them: form fields, of which some are JSON. */
function readArgs(body: Buffer): Json {
  const fields = Object.fromEntries(new URLSearchParams(String(body)))
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      /^[[{]/.test(value) && ['blocks', 'view', 'prompts', 'files'].includes(key) ? JSON.parse(value) : value,
    ]),
  )
}
