import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Backlog, Happening, Observer } from '../desk.ts'
import { PyframeError } from '../errors.ts'
import { createBacklogGauges } from './backlog.ts'

/** From a turn answered from memory to a database server that was waited for. */
const BUCKETS_S = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 40]

/** What is counted, for whoever operates the program: no text, and nobody's id. */
export interface Metrics {
  observe: Observer
  /** Whether people can reach the front end. */
  frontEnd(platform: string, ready: boolean): void
  /** The knowledge answers are given from now on. */
  knowledge(hash: string): void
  /** Knowledge was asked to be read again. */
  reloaded(outcome: 'loaded' | 'unchanged' | 'refused'): void
  /** Everything in the text format of Prometheus. */
  text(): Promise<string>
  readonly contentType: string
}

/**
 * Fresh figures: of this process alone, but for what is owed.
 *
 * @param readBacklog asked each time the figures are
 */
export function createMetrics(readBacklog: () => Promise<Backlog[]> = async () => []): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const observe = observeWith(registry)
  const { fronts, knowledge, reloads } = stateOf(registry)
  const backlog = createBacklogGauges(registry, readBacklog)
  return {
    observe,
    frontEnd(platform, ready) {
      fronts.set({ platform }, ready ? 1 : 0)
      backlog.platform(platform)
    },
    knowledge(hash) {
      // One series at a time: an old hash that stays would look like a second knowledge.
      knowledge.reset()
      knowledge.set({ hash }, 1)
    },
    reloaded: (outcome) => reloads.inc({ outcome }),
    async text() {
      await backlog.refresh()
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}

const stateOf = (registry: Registry) => ({
  fronts: new Gauge({
    name: 'pyframe_front_end_ready',
    help: '1 when people can reach the front end, else 0',
    labelNames: ['platform'],
    registers: [registry],
  }),
  knowledge: new Gauge({
    name: 'pyframe_knowledge_info',
    help: 'always 1; the hash of the knowledge answers are given from',
    labelNames: ['hash'],
    registers: [registry],
  }),
  reloads: new Counter({
    name: 'pyframe_knowledge_reloads_total',
    help: 'knowledge read again on request, by outcome',
    labelNames: ['outcome'],
    registers: [registry],
  }),
})

const seriesIn = (registry: Registry) => ({
  turns: new Counter({
    name: 'pyframe_turns_total',
    help: 'events taken, by what they were; repeated ones changed nothing',
    labelNames: ['platform', 'input', 'repeated'],
    registers: [registry],
  }),
  texts: new Counter({
    name: 'pyframe_texts_total',
    help: 'texts and questions by how they were understood',
    labelNames: ['platform', 'outcome'],
    registers: [registry],
  }),
  stages: new Histogram({
    name: 'pyframe_stage_duration_seconds',
    help: 'how long the stages of an event take: wait, turn, store, delivery, and total for all of it',
    labelNames: ['platform', 'stage'],
    buckets: BUCKETS_S,
    registers: [registry],
  }),
  errors: new Counter({
    name: 'pyframe_errors_total',
    help: 'what broke, by stage and kind of error',
    labelNames: ['platform', 'stage', 'kind'],
    registers: [registry],
  }),
  leftOut: new Counter({
    name: 'pyframe_events_left_out_total',
    help: 'events refused because too many were waiting, by whose they were',
    labelNames: ['platform', 'reason'],
    registers: [registry],
  }),
  deliveries: new Counter({
    name: 'pyframe_deliveries_total',
    help: 'attempts to deliver, by purpose and outcome; what failed is tried again',
    labelNames: ['platform', 'purpose', 'outcome'],
    registers: [registry],
  }),
  queue: new Gauge({
    name: 'pyframe_queue_events',
    help: 'events that wait or are being worked on',
    labelNames: ['platform'],
    registers: [registry],
  }),
})

function observeWith(registry: Registry): Observer {
  const { turns, texts, stages, errors, leftOut, deliveries, queue } = seriesIn(registry)
  return (happening) => {
    const { platform } = happening
    const took = (stage: string, ms: number) => stages.observe({ platform, stage }, ms / 1_000)
    switch (happening.kind) {
      case 'entered':
        return queue.inc({ platform })
      case 'finished':
        queue.dec({ platform })
        return took('total', happening.tookMs)
      case 'left_out':
        return leftOut.inc({ platform, reason: REASONS[happening.reason] })
      case 'taken': {
        const { input, repeated, sureness } = happening
        turns.inc({ platform, input, repeated: String(repeated) })
        if (sureness !== undefined) texts.inc({ platform, outcome: OUTCOMES[sureness] })
        took('wait', happening.waitedMs)
        took('turn', happening.turnMs)
        return took('store', happening.storeMs)
      }
      case 'failed':
        return errors.inc({ platform, stage: 'turn', kind: kindOf(happening.error) })
      case 'delivered':
        deliveries.inc({ platform, purpose: happening.purpose, outcome: 'delivered' })
        return took('delivery', happening.tookMs)
      case 'not_delivered':
        deliveries.inc({ platform, purpose: happening.purpose, outcome: 'failed' })
        return errors.inc({ platform, stage: 'delivery', kind: kindOf(happening.error) })
      default:
        return happening satisfies never
    }
  }
}

const OUTCOMES = { sure: 'understood', unsure: 'unsure', nothing: 'declined' } as const

const REASONS: Record<Extract<Happening, { kind: 'left_out' }>['reason'], string> = {
  person_full: 'person',
  told: 'person',
  all_full: 'all',
}

/** A closed list: names of errors come from libraries, and there is no end of them. */
const kindOf = (error: unknown): string => (error instanceof PyframeError ? error.code : 'unexpected')
