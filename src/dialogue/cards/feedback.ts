import { card, choices, text } from '../../card/build.ts'
import type { Card, Part } from '../../card/card.ts'
import { plainText } from '../../card/markup.ts'
import { REASONS, type Reason, type ToldClaim } from '../conversation.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LABELS } from './lines.ts'

/** Asks what they think of what was told last. */
export function feedbackCard({ conversation }: Context): Card {
  const buttons = buttonsAt(conversation.step)
  return card(
    LABELS.feedback,
    text('Your answer is counted; only a remark you write is read.'),
    choices(
      buttons.choice('feedback', ['useful'], 'Useful'),
      buttons.choice('feedback', ['not_useful'], 'Not useful'),
      buttons.choice('feedback', ['wrong'], 'Something in it is wrong'),
    ),
  )
}

const REASON_WORDS: Record<Reason, string> = {
  off_topic: 'Not what I asked',
  too_little: 'Too little',
  too_much: 'Too much',
  disagree: 'I see it differently',
}

/** Asks why it was not useful. */
export function whyCard({ conversation }: Context): Card {
  const buttons = buttonsAt(conversation.step)
  return card(
    null,
    text('Thank you for saying so. What was missing?'),
    formFor(conversation.step),
    choices(
      ...REASONS.map((reason) => buttons.choice('remark', [reason], REASON_WORDS[reason])),
      buttons.quiet('remark', ['no'], 'Rather not say'),
    ),
  )
}

/** Labels of buttons are cut by platforms at about so many characters. */
const MAX_LABEL = 70

/** Asks which claim is wrong. */
export function claimsCard({ conversation }: Context, claims: readonly ToldClaim[]): Card {
  const buttons = buttonsAt(conversation.step)
  const label = (claim: string): string => {
    const plain = plainText(claim)
    return plain.length <= MAX_LABEL ? claim : `${plain.slice(0, plain.lastIndexOf(' ', MAX_LABEL))} ...`
  }
  return card(
    'What is wrong?',
    text('Choose the claim; whoever keeps what I know gets it with its source.'),
    choices(
      ...claims.map(({ text: claim }, i) => buttons.choice('claim', [String(i)], label(claim))),
      buttons.quiet('claim', ['other'], 'Something else'),
    ),
  )
}

/** Asks for a remark on a claim; null = on all that was told. */
export function remarkCard({ conversation }: Context, claim: ToldClaim | null): Card {
  const buttons = buttonsAt(conversation.step)
  return card(
    null,
    claim === null ? null : text(`"${claim.text}"`),
    text('What is right instead, and where does it stand? Write it in your own words.'),
    formFor(conversation.step),
    choices(
      buttons.choice('remark', ['send'], 'Send it without words'),
      buttons.quiet('remark', ['no'], 'No remark'),
    ),
  )
}

const formFor = (step: number): Part => ({
  kind: 'form',
  label: 'Your remark',
  placeholder: 'What is right instead, and where it stands',
  multiline: true,
  submit: { action: buttonsAt(step).action('remark', ['words']), label: 'Write a remark' },
})
