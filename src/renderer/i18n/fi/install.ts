import type { install as english } from '../en/install'
import type { Translation } from '../translation'

export const install: Translation<typeof english> = {}
