/** Words that say nothing about the subject of a question. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an and any are as at be been but by can come comes coming could did do does for from get give go got had has have how i if in into is
  it its just like make may me my need of on one or our out please should so some such tell than that the their them then
  there these they this those to up us use used using want was we were what whats when where which who why will with would you
  your actually already also anyway basically currently even ever exactly nowadays now please precisely quite really simply still today too truly
  very yet`.split(/\s+/),
)
