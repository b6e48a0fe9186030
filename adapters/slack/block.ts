import type { types } from '@slack/bolt'

/** Everything that is sent; `@slack/types` 3.2 does not know charts. */
export type SlackBlock = types.KnownBlock | ChartBlock

/**
 * A bar chart that Slack draws. Each series has one point for each category; a bar stands for a number.
 * https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 */
export interface ChartBlock extends types.Block {
  type: 'data_visualization'
  title: string
  chart: {
    type: 'bar'
    series: { name: string; data: { label: string; value: number }[] }[]
    axis_config: { categories: string[] }
  }
}

export const isChart = ({ type }: { type: string }): boolean => type === 'data_visualization'
