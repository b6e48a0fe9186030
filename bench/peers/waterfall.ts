import { type Asked, LAST_WORD, type Talk } from './asked.ts'
import { installed } from './installed.ts'

/* What is used of botbuilder: it is installed beside the measurements only, so its own types may be missing. */

interface Step {
  values: Record<string, unknown>
  result: unknown
  context: { sendActivity(text: string): Promise<unknown> }
  prompt(id: string, options: object): Promise<unknown>
  endDialog(result: unknown): Promise<unknown>
}

interface Context {
  continueDialog(): Promise<{ status: string }>
  beginDialog(id: string): Promise<unknown>
}

interface Core {
  MemoryStorage: new () => object
  ConversationState: new (
    storage: object,
  ) => { createProperty(name: string): object; saveChanges(turn: object): Promise<void> }
  BotAdapter: abstract new () => {
    runMiddleware(turn: object, then: (turn: object) => Promise<void>): Promise<void>
  }
  TurnContext: new (adapter: object, activity: object) => object
}

interface Dialogs {
  DialogSet: new (
    state: object,
  ) => { add(dialog: object): unknown; createContext(turn: object): Promise<Context> }
  WaterfallDialog: new (id: string, steps: ((step: Step) => Promise<unknown>)[]) => object
  TextPrompt: new (id: string) => object
  ChoicePrompt: new (id: string) => object
}

/**
 * The waterfall of botbuilder-dialogs on its own storage in memory: asks the questions one after the other and keeps
 * the answers.
 *
 * @param by how people answer: one of the choices, or words that are taken as they are
 */
export async function waterfall({ questions, choices }: Asked, by: 'button' | 'words'): Promise<() => Talk> {
  const core = await installed<Core>('botbuilder-core')
  const dialogs = await installed<Dialogs>('botbuilder-dialogs')
  const options = (prompt: string): object => (by === 'button' ? { prompt, choices } : { prompt })

  return () => {
    const state = new core.ConversationState(new core.MemoryStorage())
    const set = new dialogs.DialogSet(state.createProperty('dialog'))
    set.add(by === 'button' ? new dialogs.ChoicePrompt('ask') : new dialogs.TextPrompt('ask'))
    set.add(new dialogs.WaterfallDialog('consult', [...questions.map(asking), finish]))
    const adapter = new (silentOn(core))()
    return (id, text) => {
      const turn = new core.TurnContext(adapter, messageOf(id, text))
      return adapter.runMiddleware(turn, async () => {
        const context = await set.createContext(turn)
        const { status } = await context.continueDialog()
        if (status === 'empty') await context.beginDialog('consult')
        await state.saveChanges(turn)
      })
    }
  }

  function asking(question: string, index: number) {
    return (step: Step): Promise<unknown> => {
      if (index > 0) step.values[`${index}`] = step.result
      return step.prompt('ask', options(question))
    }
  }

  async function finish(step: Step): Promise<unknown> {
    step.values[`${questions.length}`] = step.result
    await step.context.sendActivity(LAST_WORD)
    return step.endDialog(step.values)
  }
}

/** An adapter that shows what is sent to nobody. */
const silentOn = ({ BotAdapter }: Core) =>
  class extends BotAdapter {
    async sendActivities(_turn: object, activities: readonly object[]): Promise<object[]> {
      return activities.map(() => ({ id: '1' }))
    }
  }

const messageOf = (id: string, text: string): object => ({
  ...{ type: 'message', text, id: '1', channelId: 'bench', serviceUrl: 'bench' },
  ...{ conversation: { id }, from: { id }, recipient: { id: 'bot' } },
})
