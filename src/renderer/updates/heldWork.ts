/** Asked of each who may hold work that is in the page alone, such as a photo that could not be saved. */
const holders: (() => boolean)[] = []

/** Has it asked from now on before the page goes. @param holds whether anything would be lost with it */
export function askBeforePageGoes(holds: () => boolean): void {
  holders.push(holds)
}

/** Whether anything that is not saved would be lost with the page, besides what stands in fields. */
export function hasHeldWork(): boolean {
  return holders.some((holds) => holds())
}
