import { neutralise } from './neutralise.ts'

/** Signs that keyboards and text programs put in the place of plain ones. */
const TYPOGRAPHIC: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u2032]/g, "'"],
  [/[\u201c\u201d\u201e\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010\u2011]/g, '-'],
  [/[\u00a0\u2007\u202f]/g, ' '],
  [/[\u200b\u2060\ufeff]/g, ''],
]

/** Text from a person with plain quotes, hyphens and spaces, and nothing invisible in it. */
export const tidy = (text: string): string =>
  TYPOGRAPHIC.reduce((rest, [pattern, plain]) => rest.replace(pattern, plain), neutralise(text))
    .replace(/[ \t]+\n/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim()
