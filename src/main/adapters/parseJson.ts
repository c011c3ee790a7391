/** @returns undefined for what is no JSON, as after a power cut in the middle of writing */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
