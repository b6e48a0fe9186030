import { describe, expect, test } from 'vitest'
import { understanding } from './understanding.ts'

const { understand, answer } = await understanding()

describe('the language of a longer text', () => {
  test.each([
    ['Wir brauchen eine Anwendung für unsere Kunden mit Rechnungen', 'de'],
    ["nous avons besoin d'une plateforme pour nos clients avec des factures", 'fr'],
    ['chúng tôi cần một hệ thống cho khách hàng của công ty', 'vi'],
    ['私たちは顧客のための新しいシステムを作りたいと思っています', 'ja'],
    ['we need a portal for our customers with invoices', null],
    ['ja', null],
  ])('%s', (text, tongue) => expect(understand(text).tongue).toBe(tongue))
})

describe('short answers in four languages', () => {
  test.each([
    ['klein', 'low'],
    ['riesig', 'high'],
    ['weiß nicht', 'unknown'],
    ['pas très grand', 'low'],
    ['beaucoup', 'high'],
    ['je ne sais pas', 'unknown'],
    ['không nhiều', 'low'],
    ['lớn', 'high'],
    ['chưa biết', 'unknown'],
    ['小さい', 'low'],
    ['たくさん', 'high'],
    ['わかりません', 'unknown'],
  ])('%s: %s', (text, level) => expect(answer('complexity', text)).toBe(level))
})
