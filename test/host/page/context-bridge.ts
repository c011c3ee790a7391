/* oxlint-disable unicorn/consistent-function-scoping -- what `.toString()` carries to the page must be one function */
/**
 * `contextBridge`: values are copied, functions become proxies whose arguments and results are copied, what is exposed
 * is frozen. There is one world here, so this keeps to the rules of crossing without the wall.
 * Sent to the page by `.toString()`: self-contained.
 */
export function createContextBridge(): { exposeInMainWorld(key: string, api: unknown): void } {
  type AnyFunction = (...args: unknown[]) => unknown

  const holdsLiveParts = (value: unknown, seen = new Set<object>()): boolean => {
    if (typeof value === 'function' || value instanceof Promise) return true
    if (typeof value !== 'object' || value === null || seen.has(value)) return false
    seen.add(value)
    return Object.values(value).some((item) => holdsLiveParts(item, seen))
  }
  const crossFunction =
    (inner: AnyFunction): AnyFunction =>
    (...args) =>
      cross(inner(...args.map(cross)))
  const crossError = (reason: unknown): unknown => (reason instanceof Error ? new Error(reason.message) : cross(reason))

  const cross = (value: unknown): unknown => {
    // Any function may be called with any arguments; the type system only knows that it is one.
    if (typeof value === 'function') return crossFunction(value as AnyFunction)
    if (value instanceof Promise) return value.then(cross, (reason: unknown) => Promise.reject(crossError(reason)))
    if (typeof value !== 'object' || value === null) return value
    if (!holdsLiveParts(value)) {
      try {
        return structuredClone(value)
      } catch {
        throw new Error('An object could not be cloned.')
      }
    }
    if (Array.isArray(value)) return value.map(cross)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cross(item)]))
  }

  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value
    for (const item of Object.values(value)) freeze(item)
    return Object.freeze(value)
  }

  return {
    exposeInMainWorld(key, api) {
      if (Object.hasOwn(window, key)) {
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      }
      Object.defineProperty(window, key, { value: freeze(cross(api)), enumerable: true })
    }
  }
}
