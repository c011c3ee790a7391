export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Whether Node still waits for the disk: work that ends outside the event loop, however many turns are counted. */
export function isDiskBusy(): boolean {
  return process.getActiveResourcesInfo().includes('FSReqCallback')
}
