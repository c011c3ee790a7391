import { z } from 'zod'

/** Characters of a TUID: upper-case letters and digits. The backend does not find lower case (vendor fact). */
const tuidPattern = /^[A-Z0-9]{8,32}$/

/** Ordinary products have 17: model code (6) and serial number (11). Others exist, so this only warns. */
export const ordinaryTuidLength = 17

export const modelCodeLength = 6

export const tuidSchema = z.string().regex(tuidPattern)

/** The same for the page, which does without the schemas when it opens. */
export function isTuid(text: string): boolean {
  return tuidPattern.test(text)
}

/** Thing unique identifier: model code followed by the product serial number. */
export type Tuid = z.output<typeof tuidSchema>

export interface TuidParts {
  /** Item model code (IMC), e.g. `TSPR04`. */
  readonly modelCode: string
  /** Product serial number (PSN), e.g. `EZU31901021`. */
  readonly serial: string
}

/** Splits a TUID for display: the model code is what people recognise, the serial what they compare. */
export function tuidParts(tuid: Tuid): TuidParts {
  return { modelCode: tuid.slice(0, modelCodeLength), serial: tuid.slice(modelCodeLength) }
}
