/**
 * Labels that are wider than any one capability, and the capabilities that meet them. Maintenance is a property of an
 * entry and no capability of it, so nothing can be read for that label and it is not counted.
 */
const WIDE: Readonly<Record<string, readonly string[]>> = {
  deployment: ['deployment_server'],
  maintenance: [],
  scalability: ['async_views', 'caching', 'multi_database'],
  security: ['security_headers', 'csrf', 'xss', 'sql_injection'],
}

/** The capabilities that meet a labelled need: itself, or those of a wide label. */
const meeting = (label: string): readonly string[] => WIDE[label] ?? [label]

/** Labelled needs that can be read at all. */
export const readable = (labels: readonly string[]): string[] =>
  [...new Set(labels)].filter((label) => meeting(label).length > 0)

/** Whether a need that was read meets a label. */
export const meets = (need: string, label: string): boolean => meeting(label).includes(need)
