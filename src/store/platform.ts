/** The platform a conversation lives on: what stands before the first colon of its key (`<platform>:<...>`). */
export function platformOf(conversation: string): string {
  const colon = conversation.indexOf(':')
  return colon === -1 ? conversation : conversation.slice(0, colon)
}
