import { labelText } from '../shared/label.ts'
import { shorten } from '../shared/shorten.ts'
import type { ChartBlock, SlackBlock } from './block.ts'
import { SLACK } from './limits.ts'
import { NOTHING } from './literal.ts'
import { smallPrint } from './render-text.ts'

/** Numbers of several candidates under the same labels. */
interface Numbers {
  caption: string
  candidates: readonly string[]
  rows: readonly { label: string; values: readonly number[] }[]
}

/**
 * Bars that Slack draws, with the labels that are too long for it below; null when it would not take them, or when
 * two labels would look the same.
 */
export function nativeChart({ caption, candidates, rows }: Numbers): SlackBlock[] | null {
  const names = candidates.map(labelText)
  const labels = rows.map(({ label }) => labelText(label))
  const [series, categories] = [names.map(brief), labels.map(brief)]
  if (!areDistinct(series, SLACK.chart.series) || !areDistinct(categories, SLACK.chart.categories))
    return null
  const title = labelText(caption)
  const block: ChartBlock = {
    type: 'data_visualization',
    title: shorten(title || NOTHING, SLACK.chart.title),
    chart: {
      type: 'bar',
      series: series.map((name, i) => ({
        name,
        data: rows.map(({ values }, row) => ({ label: categories[row] ?? '', value: values[i] ?? 0 })),
      })),
      axis_config: { categories },
    },
  }
  const cut = [...longer([title], SLACK.chart.title), ...longer([...names, ...labels], SLACK.chart.label)]
  return [block, ...(cut.length === 0 ? [] : smallPrint(`In full: ${cut.join(', ')}`))]
}

const longer = (texts: readonly string[], most: number): string[] =>
  texts.filter((text) => text.length > most)

const brief = (text: string): string => shorten(text || NOTHING, SLACK.chart.label)

const areDistinct = (labels: readonly string[], most: number): boolean =>
  labels.length > 0 && labels.length <= most && new Set(labels).size === labels.length
