import type { queue as english } from '../en/queue'
import type { Translation } from '../translation'

export const queue: Translation<typeof english> = {}
