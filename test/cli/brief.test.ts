import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { command, temporaryFolder } from './program.ts'

const BRIEF = 'Internal tool with an admin panel, 300 users, six weeks'

describe('brief', () => {
  test('writes a PDF and says where', async () => {
    const out = join(temporaryFolder(), 'acme.pdf')
    expect(await command(['brief', BRIEF, '--out', out])).toEqual({
      status: 0,
      out: `Written to ${out}\n`,
      errors: '',
    })
    expect(readFileSync(out, 'latin1')).toMatch(/^%PDF-/)
  })

  test('writes Markdown with the names on it', async () => {
    const out = join(temporaryFolder(), 'acme.MD')
    const { status } = await command(['brief', BRIEF, '--out', out, '--client', 'Đặng', '--author', '田中'])
    expect(status).toBe(0)
    const markdown = readFileSync(out, 'utf8')
    expect(markdown).toContain('For Đặng · Prepared by 田中')
    expect(markdown).toContain(`_“${BRIEF}”_`)
  })

  test('a file that cannot be written is told with a cure, status 69', async () => {
    const out = join(temporaryFolder(), 'no', 'such', 'folder.pdf')
    const { status, errors } = await command(['brief', BRIEF, '--out', out])
    expect(status).toBe(69)
    expect(errors).toMatch(/folder\.pdf" cannot be written: ENOENT.*\(name a file in a folder that exists/)
  })

  test.each([
    ['no brief', ['--out', 'x.pdf'], /brief takes one <brief>/],
    ['two briefs', ['a', 'b', '--out', 'x.pdf'], /brief takes one <brief>/],
    ['no file', [BRIEF], /brief takes --out FILE\.pdf or --out FILE\.md/],
    ['another ending', [BRIEF, '--out', 'x.docx'], /"x\.docx" ends in neither \.pdf nor \.md/],
    ['an unknown option', [BRIEF, '--to', 'x.pdf'], /brief: Unknown option '--to'/],
  ])('a wrong use is told in one line, with status 64: %s', async (_, args, told) => {
    const { status, out, errors } = await command(['brief', ...args])
    expect({ status, out }).toEqual({ status: 64, out: '' })
    expect(errors).toMatch(told)
    expect(errors).toMatch(/^pyframe: [^\n]+\n$/)
    expect(existsSync('x.pdf')).toBe(false)
  })
})
