import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { releasesOf } from '../../../src/dialogue/answer/releases.ts'
import { loadKnowledge } from '../../../src/knowledge/load.ts'
import type { Alternative } from '../../../src/knowledge/schema/alternative.ts'
import { ROOT } from '../../architecture/sources.ts'

const { alternatives } = await loadKnowledge(join(ROOT, 'knowledge'), null)
const entry = (id: string): Alternative => {
  const found = alternatives.find((alternative) => alternative.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('what is said of releases', () => {
  test('begins with the latest one and its date, and ends with the first', () => {
    const flask = entry('flask')
    const { lead, more } = releasesOf(flask, 'how old is it')
    expect(lead).toContain(`${flask.latest_release.version} (${flask.latest_release.date})`)
    expect(more.at(-1)).toMatch(/^First release: .*2010/)
  })

  test('begins with the support of a series that is asked about by its number', () => {
    expect(releasesOf(entry('django'), 'until when is 5.2 supported').lead).toMatch(
      /^Django 5\.2 LTS: .*until 2028-04/,
    )
    expect(releasesOf(entry('django'), 'we run 4.2.11').lead).toMatch(/^Django 4\.2 LTS: ended/)
  })

  test('says when a release came out that is named', () => {
    const { latest_release: latest } = entry('flask')
    expect(releasesOf(entry('flask'), `when was ${latest.version} released`).lead).toBe(
      `Flask ${latest.version} came out on ${latest.date}.`,
    )
  })

  test('takes no number for a series that only ends like it', () => {
    expect(releasesOf(entry('django'), 'is 15.2 out').lead).toMatch(/^The latest release/)
  })
})
