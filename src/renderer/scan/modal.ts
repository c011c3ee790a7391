/** Set on a dialog that takes scans as they come, or lets them through to the page. */
export const openToScans = 'data-open-to-scans'

const modal = `:is([role=dialog], [role=alertdialog]):not([${openToScans}])`

/** Whether a dialog stands between the person and the page. */
export function isModalOpen(): boolean {
  return document.querySelector(`.v-overlay--active${modal}`) !== null
}
