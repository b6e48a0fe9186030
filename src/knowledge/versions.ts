/**
 * Compares two versions part by part, as far as both go: 3.9 is below 3.10, and 3 is neither above nor below 3.12.
 *
 * @returns below 0, 0 or above 0, like the comparison of a sort
 */
export function compareVersions(a: string, b: string): number {
  const others = b.split('.').map(Number)
  const [difference = 0] = a
    .split('.')
    .map((part, i) => Number(part) - (others[i] ?? Number(part)))
    .filter((each) => each !== 0)
  return difference
}
