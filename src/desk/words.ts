import { card, notice } from '../card/build.ts'

/** What the desk itself says, when no turn could. */
export const WORDS = {
  broken: card(
    null,
    notice(
      'warning',
      'Something broke on my side, so I could not work with that. Nothing you told me before is lost; please try it again.',
    ),
  ),
  person_full: card(
    null,
    notice(
      'info',
      'You are faster than I am: I am still busy with what you sent before and left the last message out. Please send it again in a moment.',
    ),
  ),
  all_full: card(
    null,
    notice(
      'info',
      'A lot of people are talking to me right now, so I left your message out. Please send it again in a moment.',
    ),
  ),
}
