import type { ReleaseChannel } from '@shared/domain/update'

/** A stack as those who look after this laptop name it. What it takes to sign in is the technician's alone. */
export interface PolicyStack {
  readonly name: string
  /** Normalised, see readBaseUrl. */
  readonly baseUrl: string
  readonly clientId: string
}

/** What is decided for this laptop; undefined is left to the person. */
export interface Policy {
  readonly file: string
  readonly language?: 'en' | 'fi' | undefined
  readonly updateChannel?: ReleaseChannel | undefined
  readonly stacks: readonly PolicyStack[]
}
