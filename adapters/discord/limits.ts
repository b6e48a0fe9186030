/** What Discord accepts, in characters and pieces; from its component, message and command references. */
export const DISCORD = {
  message: {
    /** Every component counts, those inside others too. */
    components: 40,
    /** Over all text displays. */
    text: 4_000,
    files: 10,
  },
  row: { buttons: 5 },
  customId: 100,
  button: { label: 80 },
  select: { options: 25, label: 100, value: 100, description: 100, placeholder: 150 },
  gallery: { alt: 1_024 },
  modal: { title: 45, components: 5, label: 45, description: 100, placeholder: 100, text: 4_000 },
  radios: { options: 10, label: 100, description: 100 },
  boxes: { options: 10, label: 100 },
  command: { description: 100, choices: 25, choice: 100 },
} as const
