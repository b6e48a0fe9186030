import { type Answer, answerOf } from './answer.ts'

/** Said to longer texts in these languages: short answers, names and buttons work in all of them. */
const LINES: Record<string, string> = {
  de: 'Längere Texte verstehe ich leider nur auf Englisch. Kurze Antworten wie „ja“, „nein“ oder „weiß nicht“ und die Auswahl unten gehen auch so.',
  fr: 'Je ne comprends les textes longs qu’en anglais, désolé. Les réponses courtes comme « oui », « non » ou « je ne sais pas » et les choix ci-dessous fonctionnent aussi.',
  vi: 'Rất tiếc, tôi chỉ hiểu văn bản dài bằng tiếng Anh. Bạn vẫn có thể trả lời ngắn như “có”, “không”, “không biết” hoặc chọn bên dưới.',
  ja: '申し訳ありませんが、長い文章は英語でのみ理解できます。「はい」「いいえ」「わかりません」などの短い答えや、下の選択肢はそのまま使えます。',
}

/** A polite line in the language a text is in, when it is one of those spoken to; else null. */
export function answerInTongue(tongue: string | null): Answer | null {
  const line = tongue === null ? undefined : LINES[tongue]
  return line === undefined ? null : answerOf(line, { sureness: 'nothing' })
}
