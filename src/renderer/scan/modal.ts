/** Whether a dialog stands between the person and the page. */
export function isModalOpen(): boolean {
  return document.querySelector('.v-overlay--active:is([role=dialog], [role=alertdialog])') !== null
}
