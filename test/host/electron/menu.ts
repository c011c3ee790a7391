interface ItemOptions {
  id?: string
  label?: string
  role?: string
  type?: string
  click?: (...args: unknown[]) => void
  submenu?: ItemOptions[] | Menu
}

/** `MenuItem`: the options as given; a role stays a word, because the browser's own keys do its work here. */
export class MenuItem {
  readonly id: string | undefined
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly submenu: Menu | undefined
  readonly click: (...args: unknown[]) => void

  constructor(options: ItemOptions) {
    this.id = options.id
    this.label = options.label ?? ''
    this.role = options.role
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : options.submenu
    this.click = options.click ?? (() => undefined)
  }
}

/** `Menu`: kept and searchable, never shown. */
export class Menu {
  static #application: Menu | null = null
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: (ItemOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup(): void {
    // A native menu has no place in a browser page.
  }
}
