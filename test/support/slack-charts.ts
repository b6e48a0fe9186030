import { type Json, type Report, record } from './slack-report.ts'

/**
 * Checks the chart of a `data_visualization` block: docs.slack.dev names at most 6 segments or series, and every
 * series has one point for each category.
 */
export function checkChart(report: Report, path: string, { type, ...fields }: Json): void {
  if (type === 'pie') checkPie(report, path, fields)
  else checkSeries(report, path, type, fields)
}

function checkSeries(report: Report, path: string, type: unknown, fields: Json): void {
  if (!['bar', 'area', 'line'].includes(String(type))) report.add(`${path}.type`, `is ${String(type)}`)
  report.only(path, fields, ['series', 'axis_config'])
  const categories = checkAxis(report, `${path}.axis_config`, record(fields.axis_config))
  const names = report.count(`${path}.series`, fields.series, 1, 6).map((each, i) => {
    const at = `${path}.series[${i}]`
    const { name, data, ...rest } = record(each)
    report.only(at, rest, [])
    report.text(`${at}.name`, name, 20)
    const labels = report
      .count(`${at}.data`, data, 1, Infinity)
      .map((point, j) => checkPoint(report, `${at}.data[${j}]`, point))
    if (labels.length !== categories.length || !categories.every((category) => labels.includes(category)))
      report.add(at, 'does not have one point for each category')
    return name
  })
  if (new Set(names).size < names.length) report.add(`${path}.series`, 'repeat a name')
}

function checkAxis(report: Report, path: string, { categories, ...titles }: Json): unknown[] {
  report.only(path, titles, ['x_label', 'y_label'])
  for (const [key, title] of Object.entries(titles)) report.text(`${path}.${key}`, title, 50)
  const known = [...report.count(`${path}.categories`, categories, 1, 20)]
  for (const [i, category] of known.entries()) report.text(`${path}.categories[${i}]`, category, 20)
  if (new Set(known).size < known.length) report.add(`${path}.categories`, 'repeat')
  return known
}

function checkPie(report: Report, path: string, fields: Json): void {
  report.only(path, fields, ['segments'])
  for (const [i, each] of report.count(`${path}.segments`, fields.segments, 1, 6).entries()) {
    checkPoint(report, `${path}.segments[${i}]`, each)
    if (Number(record(each).value) <= 0) report.add(`${path}.segments[${i}].value`, 'is not positive')
  }
}

/** @returns the label */
function checkPoint(report: Report, path: string, point: unknown): unknown {
  const { label, value, ...rest } = record(point)
  report.only(path, rest, [])
  report.text(`${path}.label`, label, 20)
  if (!Number.isFinite(value)) report.add(`${path}.value`, 'is no number')
  return label
}
