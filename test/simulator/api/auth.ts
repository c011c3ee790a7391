import { Refusal } from './answer.ts'
import type { Context, Route } from './context.ts'
import { readObject, requiredText } from './input.ts'

export function authRoutes(context: Context): Route[] {
  return [
    {
      method: 'POST',
      path: '/auth/client-token',
      open: true,
      handle: (call) => {
        const body = readObject(call)
        const token = context.tokens.issue(requiredText(body, 'client_id'), requiredText(body, 'client_secret'))
        if (token === undefined) throw new Refusal(401, 'Invalid client credentials')
        return { token }
      }
    }
  ]
}
