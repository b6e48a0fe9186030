/* Apart from the schemas: whoever needs only these must not load the library of the others. */

export type Level = 'low' | 'medium' | 'high'
/** Measure of a criterion's thresholds that is computed from durations and dates, in weeks. */
export const DEADLINE_MEASURE = 'weeks_to_deadline'
export const LEVELS: readonly Level[] = ['low', 'medium', 'high']
