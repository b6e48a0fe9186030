import { plainText } from '../card/markup.ts'
import { adviseInWords } from '../dialogue/advise-in-words.ts'
import type { Answer } from '../dialogue/answer/answer.ts'
import { answerQuestion } from '../dialogue/answer/question.ts'
import type { Consultant } from '../dialogue/consultant.ts'
import { replyToWhole } from '../dialogue/small-talk.ts'
import { adviseOn, type Recommended, recommendedOf } from './recommendation.ts'

/** `ask --json`: what a question means, and the answer. */
export interface Asked {
  intent: string
  frameworks: string[]
  topic: string
  text: string
  sources: string[]
}

/** `answer --json`: what a free-text answer to a criterion's question means. */
export interface Answered {
  level: string
  needs: string[]
}

/** The consultant for other programs: single texts in, plain data out, nothing remembered. */
export interface Machine {
  ask(text: string): Asked
  recommend(text: string): Recommended
  answer(criterion: string, text: string, asked?: string): Answered
}

export function machineOf(consultant: Consultant, now: Date | null = null): Machine {
  const { language, catalogue } = consultant
  // A name of the field that no id was given to is understood, but other programs could not look it up.
  const ids = new Set([...catalogue.alternatives, ...catalogue.neighbours].map(({ id }) => id))
  return {
    ask(text) {
      const understood = language.understand(text, now)
      const answer = answerFor(consultant, understood)
      return {
        intent: understood.intent,
        frameworks: understood.alternatives.map(({ id }) => id).filter((id) => ids.has(id)),
        topic: answer.topic ?? understood.topic ?? 'none',
        text: answerText(answer),
        sources: [...new Set(answer.sources.map((source) => source.source))],
      }
    },
    recommend: (text) => recommendedOf(adviseOn(consultant, text, now)),
    answer(criterion, text, asked) {
      const { level, needs } = language.answer(criterion, text, asked ?? null, now)
      const known = catalogue.criterion(criterion) ? (level ?? 'unknown') : 'unknown'
      const wanted = needs.filter(({ priority }) => priority !== 'not_needed' && priority !== 'excluded')
      return { level: known, needs: wanted.map(({ need }) => need) }
    },
  }
}

type Understood = ReturnType<Consultant['language']['understand']>

function answerFor(consultant: Consultant, understood: Understood): Answer {
  const whole = understood.whole && understood.alternatives.length === 0 ? understood.whole : null
  if (whole) return replyToWhole(consultant, whole)
  return adviseInWords(consultant, understood) ?? answerQuestion(consultant, understood)
}

/** An answer as one plain text: the answering sentence, the reasons, the first source with its date. */
function answerText(answer: Answer): string {
  const [source] = answer.sources
  const dated = source && (source.asOf ? `${source.source} (${source.asOf})` : source.source)
  const words = [answer.lead, ...answer.more].map(plainText)
  return [...words, ...(dated ? [`Source: ${dated}`] : [])].join(' ')
}
