/** How many events may wait at once. */
export interface Room {
  ofOnePerson: number
  ofAll: number
}

/** Somebody presses faster than they can read from here on; and so many waiting events are some 10 MB. */
export const ROOM: Room = { ofOnePerson: 20, ofAll: 10_000 }

/** Whether an event may wait; `told`: it may not, and the person knows already. */
export type Entry = 'in' | 'person_full' | 'all_full' | 'told'

/** Who has events waiting, and how many: a flood from one person must not become everybody's. */
export interface Crowd {
  /** Every `in` is followed by `leave`, once. */
  enter(person: string): Entry
  leave(person: string): void
}

export function createCrowd(room: Room): Crowd {
  const waiting = new Map<string, number>()
  /** Told once, until everything of theirs is done. */
  const told = new Set<string>()
  let all = 0
  return {
    enter(person) {
      const own = waiting.get(person) ?? 0
      if (own < room.ofOnePerson && all < room.ofAll) {
        waiting.set(person, own + 1)
        all += 1
        return 'in'
      }
      if (told.has(person)) return 'told'
      // Whoever has nothing waiting has nothing that ends, after which they could be told again.
      if (own > 0) told.add(person)
      return own < room.ofOnePerson ? 'all_full' : 'person_full'
    },
    leave(person) {
      const own = (waiting.get(person) ?? 1) - 1
      all -= 1
      if (own > 0) waiting.set(person, own)
      else {
        waiting.delete(person)
        told.delete(person)
      }
    },
  }
}
