import { expect } from 'vitest'
import type { FakeSlack } from './fake-slack.ts'
import type { Shown } from './fake-slack-web-api.ts'

type Json = Record<string, unknown>

/** Somebody at Slack: what they do becomes the payloads Slack sends, what they see is what the app sent. */
export interface Person {
  user: string
  /** Everything on their screen, oldest first: what is private to them and what all see. */
  screen(): Shown[]
  /** Waits for a message with these words; gives the newest. */
  sees(words: string | RegExp): Promise<Shown>
  command(text: string, channel?: string): Promise<Shown>
  /** Presses a button, or chooses an entry of a menu, on the newest message that has it. */
  press(label: string, on?: Shown): Promise<Shown>
  /** A press without waiting; `payload` as it would be sent, to be changed. */
  pressing(label: string, on?: Shown): Json
  /** Ticks boxes of the newest message with them; they go along with the next press. */
  tick(...labels: string[]): void
  /** Writes a direct message. */
  say(text: string, more?: Json): Promise<Shown>
  mention(text: string, channel: string, thread?: string): Promise<Shown>
  /** Fills the field, or fields, of the window that is open, and sends it. */
  submit(values: Json | string): Promise<Shown>
  shortcut(payload: Json): Promise<void>
  /** The envelope of an event by this person. */
  envelope(event: Json): Json
}

const TEAMS: Record<string, string> = { T1: 'acme' }

export function createPerson(slack: FakeSlack, user: string, team = 'T1'): Person {
  const dm = `D${user.slice(1)}`
  const ticked = new Set<string>()

  const seen = ({ only, channel }: Shown): boolean =>
    only === null ? !channel.startsWith('D') || channel === dm : only === user
  const screen = (): Shown[] => slack.shown.filter(seen)

  /** Does something and waits for what it changes on this person's screen. */
  async function answered(act: () => Promise<void>): Promise<Shown> {
    const changed = slack.nextChange(user, dm)
    await act()
    await changed
    return screen().at(-1) as Shown
  }

  const envelope = (event: Json): Json => {
    return {
      type: 'event_callback',
      event_id: `Ev${slack.newTs()}`,
      team_id: team,
      context_team_id: team,
      context_enterprise_id: null,
      api_app_id: 'A1',
      event: { user, event_ts: slack.newTs(), ...event },
      authorizations: [
        {
          enterprise_id: null,
          team_id: team,
          user_id: 'UPYFRAME',
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
    }
  }

  const who = () => ({
    user: { id: user, name: `handle-${user}`, username: `handle-${user}`, team_id: team },
    team: { id: team, domain: TEAMS[team] ?? team },
    api_app_id: 'A1',
    token: 'REDACTED',
    trigger_id: `${user}/${slack.newTs()}`,
    is_enterprise_install: false,
    enterprise: null,
  })

  function pressing(label: string, on?: Shown): Json {
    const found = (on ? [on] : screen().toReversed()).flatMap((message) =>
      elementsOf(message)
        .flatMap((each) => pressOf(each, label))
        .map((action) => ({ message, action })),
    )[0]
    if (found === undefined)
      throw new Error(`${user} sees no button ${label}; there are ${screen().flatMap(labelsOf).join(', ')}`)
    const { message, action } = found
    const { ts, channel, thread, only } = message
    const inThread = thread === null ? {} : { thread_ts: thread }
    return {
      ...who(),
      type: 'block_actions',
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: only !== null,
        ...inThread,
      },
      channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'general' },
      // Slack sends the message along unless only one person sees it.
      ...(only === null && {
        message: {
          type: 'message',
          bot_id: 'BPYFRAME',
          ts,
          text: message.text,
          blocks: withIds(message),
          ...inThread,
        },
      }),
      state: { values: stateOf(message, ticked) },
      response_url: slack.newHook(channel, user, ts),
      actions: [{ ...action, action_ts: slack.newTs() }],
    }
  }

  const view = (): Json => {
    const open = slack.views.findLast((each) => each.user === user)
    if (open === undefined) throw new Error(`no window is open for ${user}`)
    return open.view
  }

  return {
    user,
    screen,
    envelope,
    pressing,
    async sees(words) {
      const found = () =>
        screen().findLast(({ text }) => (typeof words === 'string' ? text.includes(words) : words.test(text)))
      await expect
        .poll(found, { interval: 2, timeout: 5_000, message: `${user} sees ${words}` })
        .toBeDefined()
      return found() as Shown
    },
    command: (text, channel = 'C1') =>
      answered(() =>
        slack.sendCommand({
          token: 'REDACTED',
          command: '/pyframe',
          text,
          team_id: team,
          team_domain: TEAMS[team] ?? team,
          channel_id: channel,
          channel_name: 'general',
          user_id: user,
          user_name: `handle-${user}`,
          api_app_id: 'A1',
          is_enterprise_install: 'false',
          response_url: slack.newHook(channel, user, null),
          trigger_id: `${user}/${slack.newTs()}`,
        }),
      ),
    tick(...labels) {
      for (const label of labels) ticked.add(label)
    },
    async press(label, on) {
      const views = slack.views.length
      const payload = pressing(label, on)
      ticked.clear()
      if (!isField(payload)) return answered(() => slack.sendInteraction(payload))
      await slack.sendInteraction(payload)
      await expect.poll(() => slack.views.length, { interval: 2 }).toBeGreaterThan(views)
      return screen().at(-1) as Shown
    },
    say: (text, more = {}) =>
      answered(() =>
        slack.sendEvent(
          envelope({ type: 'message', channel: dm, channel_type: 'im', text, ts: slack.newTs(), ...more }),
        ),
      ),
    mention: (text, channel, thread) =>
      answered(() =>
        slack.sendEvent(
          envelope({
            type: 'app_mention',
            channel,
            text: `<@UPYFRAME> ${text}`,
            ts: slack.newTs(),
            ...(thread !== undefined && { thread_ts: thread }),
          }),
        ),
      ),
    submit(values) {
      const state =
        typeof values === 'string' ? { words: { text: { type: 'plain_text_input', value: values } } } : values
      return answered(() =>
        slack.sendInteraction({
          ...who(),
          type: 'view_submission',
          view: { ...view(), state: { values: state } },
        }),
      )
    },
    shortcut: (payload) => slack.sendInteraction({ ...who(), action_ts: slack.newTs(), ...payload }),
  }
}

const elementsOf = ({ blocks }: Pick<Shown, 'blocks'>): Json[] =>
  blocks.flatMap((block) =>
    block.type === 'actions'
      ? (block.elements as Json[]).map((element) => ({ ...element, block_id: block.block_id ?? 'b' }))
      : [],
  )

const textIn = (value: unknown): string => String((value as Json | undefined)?.text ?? '')

const labelsOf = (message: Shown): string[] =>
  elementsOf(message).flatMap(({ text, options }) =>
    options ? (options as Json[]).map((option) => textIn(option.text)) : [textIn(text)],
  )

/** What Slack sends about an element when this label is pressed on it. */
function pressOf(element: Json, label: string): Json[] {
  const { action_id, block_id, type, text, value, options } = element
  if (type === 'button') return textIn(text) === label ? [{ type, action_id, block_id, text, value }] : []
  const option = (options as Json[] | undefined)?.find((each) => textIn(each.text) === label)
  return option ? [{ type, action_id, block_id, selected_option: option }] : []
}

const isField = (payload: Json): boolean =>
  /^(words|form)\./.test(String((payload.actions as Json[])[0]?.action_id))

const withIds = ({ blocks }: Shown): Json[] =>
  blocks.map((block, i) => ({ ...block, block_id: block.block_id ?? `b${i}` }))

/** The boxes of a message with what is ticked on them. */
function stateOf({ blocks }: Shown, ticked: ReadonlySet<string>): Json {
  const inputs = blocks.flatMap((block, i): [string, Json][] => {
    const element = block.element as Json | undefined
    if (element?.type !== 'checkboxes') return []
    const before = (element.initial_options as Json[] | undefined) ?? []
    const added = (element.options as Json[]).filter(({ text }) => ticked.has(textIn(text)))
    const selected_options = [...before, ...added]
    return [[`b${i}`, { [String(element.action_id)]: { type: 'checkboxes', selected_options } }]]
  })
  return Object.fromEntries(inputs)
}
