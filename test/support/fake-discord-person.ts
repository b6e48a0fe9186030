import { expect, vi } from 'vitest'
import { textOf } from './discord-validator.ts'
import type { FakeDiscord } from './fake-discord.ts'
import type { Known } from './fake-discord-rest.ts'
import {
  APPLICATION,
  CHANNEL,
  describe,
  interactionOf,
  type Message,
  messageOf,
  type Pressed,
  type Scene,
  snowflake,
} from './fake-discord-world.ts'

interface Component {
  type: number
  custom_id?: string
  label?: string
  placeholder?: string
  options?: { label: string; value: string; default?: boolean }[]
  components?: Component[]
  component?: Component
}

/** Discord itself waits 3 s; a machine that runs all tests at once may take longer. */
const ANSWER_MS = 10_000

/** Somebody at Discord: does things, and sees what is shown to them. */
export type Person = ReturnType<typeof createPerson>

export function createPerson({ rest, gateway }: FakeDiscord, user: string, name: string) {
  const direct = `9${user}`
  rest.directs.set(user, direct)
  let presses = 0

  const scene = (channel: string): Scene => ({ user, name, channel })

  /** Lets an interaction happen; resolves when it has got its first answer. */
  async function interact(
    payload: ReturnType<typeof interactionOf>,
    message: string | null = null,
  ): Promise<Known> {
    const { id, token } = payload
    const { promise: answered, resolve: heard, reject } = Promise.withResolvers<void>()
    const late = setTimeout(() => reject(new Error('an interaction got no answer')), ANSWER_MS)
    const known: Known = {
      ...{ token, channel: payload.channel_id, user, message },
      ...{ answered: null, original: null, modal: null, choices: null },
      heard,
    }
    rest.interactions.set(id, known)
    gateway.dispatch('INTERACTION_CREATE', payload)
    await answered.finally(() => clearTimeout(late))
    return known
  }

  /** Messages this person can see in a channel, newest last. */
  const visible = (channel: string): Message[] =>
    [...rest.messages.values()].filter(
      (message) => message.channel === channel && (message.onlyFor === null || message.onlyFor === user),
    )

  function find(channel: string, fits: (component: Component) => boolean) {
    for (const message of visible(channel).toReversed()) {
      const component = flat(message.components as Component[]).find(fits)
      if (component) return { message, component }
    }
    return expect.fail(
      `nothing like that is in ${JSON.stringify(visible(channel).map(({ components }) => textOf(components)))}`,
    )
  }

  async function use(
    channel: string,
    { message, component }: ReturnType<typeof find>,
    values?: string[],
  ): Promise<Known> {
    presses += 1
    const pressed: Pressed = {
      custom_id: component.custom_id ?? '',
      component_type: component.type,
      ...(values && { values }),
    }
    return interact(interactionOf(scene(channel), 3, pressed, { message: describe(message) }), message.id)
  }

  return {
    user,
    direct,
    get presses() {
      return presses
    },
    visible,
    /** The text of the newest message they see there. */
    last: (channel = CHANNEL): string => textOf(visible(channel).at(-1)?.components ?? []),
    /** Waits until the newest message they see there says this. */
    async sees(words: string | RegExp, channel = CHANNEL): Promise<string> {
      const last = () => textOf(visible(channel).at(-1)?.components ?? []).replace(/\\(\W)/g, '$1')
      await vi.waitFor(() => expect(last()).toMatch(words), { interval: 5, timeout: 6_000 })
      return last()
    },
    command: (subcommand: string, options: Record<string, string> = {}, channel = CHANNEL) =>
      interact(interactionOf(scene(channel), 2, commandData(subcommand, options))),
    /** A command in a group, or in a server that did not add the bot. */
    commandElsewhere: (subcommand: string, channel: string) =>
      interact(interactionOf({ ...scene(channel), elsewhere: true }, 2, commandData(subcommand, {}))),
    /** What is offered while an option is typed. */
    async completes(subcommand: string, option: string, typed: string): Promise<string[]> {
      const data = commandData(subcommand, { [option]: typed }, option)
      const { choices } = await interact(interactionOf(scene(CHANNEL), 4, data))
      return (choices as { value: string }[]).map(({ value }) => value)
    },
    consult(content: string, channel = CHANNEL) {
      const target = { ...messageOf({ user: snowflake(), name: 'Somebody', channel }, ''), content }
      const data = {
        ...{ id: snowflake(), name: 'Consult on this message', type: 3, target_id: target.id },
        resolved: { messages: { [target.id]: target } },
      }
      return interact(interactionOf(scene(channel), 2, data))
    },
    press: (label: string, channel = CHANNEL) =>
      use(
        channel,
        find(channel, (component) => component.type === 2 && component.label === label),
      ),
    /** Presses a button of a message, whoever sees it. */
    pressOn(message: Message, label: string) {
      const component = flat(message.components as Component[]).find((each) => each.label === label)
      return component ? use(message.channel, { message, component }) : expect.fail(`no button says ${label}`)
    },
    /** Chooses from a menu by the words of its options. */
    choose(labels: readonly string[], channel = CHANNEL) {
      const found = find(channel, ({ options = [] }) =>
        labels.every((l) => options.some((o) => o.label === l)),
      )
      const options = found.component.options ?? []
      return use(
        channel,
        found,
        labels.map((label) => options.find((option) => option.label === label)?.value ?? ''),
      )
    },
    /** Fills a window in and sends it; fields by their custom id. */
    async submit(
      opened: Known,
      fields: Record<string, string | string[] | null>,
      channel = CHANNEL,
    ): Promise<Known> {
      const modal = opened.modal as { custom_id: string; components: Component[] }
      const components = modal.components.map((top) =>
        top.component ? { type: 18, component: filled(top.component, fields) } : { type: top.type },
      )
      const from = opened.message === null ? undefined : rest.messages.get(opened.message)
      const more = from ? { message: describe(from) } : {}
      const data = { custom_id: modal.custom_id, components }
      return interact(interactionOf(scene(channel), 5, data, more), opened.message)
    },
    /** An interaction that Discord has forgotten already when we answer. */
    pressTooLate(label: string, age: number, channel = CHANNEL): void {
      const { message, component } = find(channel, (each) => each.label === label)
      const pressed = { custom_id: component.custom_id ?? '', component_type: component.type }
      const more = { message: describe(message) }
      gateway.dispatch('INTERACTION_CREATE', interactionOf(scene(channel), 3, pressed, more, age))
    },
    say(content: string, more: object = {}): ReturnType<typeof messageOf> {
      const message = messageOf(scene(direct), content, more)
      gateway.dispatch('MESSAGE_CREATE', message)
      return message
    },
    writes(channel: string, content: string, more: object = {}): ReturnType<typeof messageOf> {
      const message = messageOf(scene(channel), content, more)
      gateway.dispatch('MESSAGE_CREATE', message)
      return message
    },
    mentions: (channel: string, content: string) => {
      const message = messageOf(scene(channel), `<@${APPLICATION}> ${content}`)
      gateway.dispatch('MESSAGE_CREATE', message)
      return message
    },
    edits(message: ReturnType<typeof messageOf>, content: string): void {
      const edited_timestamp = new Date().toISOString()
      gateway.dispatch('MESSAGE_UPDATE', { ...message, content, edited_timestamp })
    },
  }
}

const commandData = (subcommand: string, options: Record<string, string>, focused?: string) => ({
  id: snowflake(),
  name: 'pyframe',
  type: 1,
  options: [
    {
      name: subcommand,
      type: 1,
      options: Object.entries(options).map(([name, value]) => ({
        ...{ name, value, type: 3 },
        ...(name === focused && { focused: true }),
      })),
    },
  ],
})

const flat = (components: readonly Component[]): Component[] =>
  components.flatMap((each) => [each, ...flat(each.components ?? [])])

function filled({ type, custom_id = '' }: Component, fields: Record<string, string | string[] | null>) {
  const value = fields[custom_id]
  if (type === 22) return { type, custom_id, values: value ?? [] }
  return { type, custom_id, value: value ?? (type === 4 ? '' : null) }
}
