import './trustedTypes'

// All else is loaded after that: it needs the policy from its first line on.
await import('./page')
