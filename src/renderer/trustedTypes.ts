/** What TypeScript's own library does not know yet of the browser's Trusted Types. */
interface PolicyRules {
  /** @returns null for what may not become markup */
  createHTML: (text: string) => string | null
  /** @returns null for what may not be run */
  createScriptURL: (address: string) => string | null
}

declare global {
  interface Window {
    readonly trustedTypes?: { createPolicy: (name: string, rules: PolicyRules) => unknown }
  }
}

/** Where the build puts its scripts. */
const ownScript = /^\/assets\/[\w.-]+\.js$/

// Zod makes code for its schemas where it can, and a mere try counts as a breach of the policy. It looks here when a
// schema is made, wherever it is loaded; asking it by its own function would load it first, and the schemas with it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

/**
 * The content policy lets no text become markup or a script's address but through here. The charts empty their frame as
 * if by markup, and Vuetify writes its style sheet so: neither has a tag in it. Scripts that run beside the page are
 * files of ours.
 */
window.trustedTypes?.createPolicy('default', {
  createHTML: (text) => (text.includes('<') ? null : text),
  createScriptURL: (address) => {
    const url = new URL(address, location.href)
    return url.origin === location.origin && ownScript.test(url.pathname) ? url.href : null
  }
})
