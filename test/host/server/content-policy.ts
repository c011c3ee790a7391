type Directives = Map<string, string[]>

function parse(policy: string): Directives {
  const directives: Directives = new Map()
  for (const text of policy.split(';')) {
    const [name, ...sources] = text.trim().split(/\s+/)
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources)
  }
  return directives
}

/** Adds a source to what governs this kind of request; a policy that does not mention it at all allows it already. */
function allow(directives: Directives, names: string[], source: string): void {
  const governing = names.find((name) => directives.has(name))
  const [target] = names
  if (governing === undefined || target === undefined) return
  const sources = (directives.get(governing) ?? []).filter((known) => known !== "'none'")
  // Widening 'default-src' itself would open more than our own script and socket.
  directives.set(governing === 'default-src' ? target : governing, [...sources, source])
}

/** The app's policy plus nothing but the host's own script, socket and synchronous questions. */
export function widenPolicy(policy: string, origin: string): string {
  const directives = parse(policy)
  const socket = `${origin.replace('http:', 'ws:')}/__host/socket`
  allow(directives, ['script-src-elem', 'script-src', 'default-src'], `${origin}/__host/boot.js`)
  allow(directives, ['connect-src', 'default-src'], socket)
  allow(directives, ['connect-src', 'default-src'], `${origin}/__host/sync`)
  return [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ')
}

/** The nonce that the policy wants on scripts: under 'strict-dynamic' an address alone would not do. */
export function scriptNonce(policy: string): string | undefined {
  const directives = parse(policy)
  const sources =
    directives.get('script-src-elem') ?? directives.get('script-src') ?? directives.get('default-src') ?? []
  return sources.map((source) => /^'nonce-(.+)'$/.exec(source)?.[1]).find((nonce) => nonce !== undefined)
}
