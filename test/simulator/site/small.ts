import type { SiteBuilder } from './builder.ts'

/** The least that shows every step: two things to install, three at work, one taken down. */
export function buildSmall(site: SiteBuilder): void {
  const office = site.group('prfi00pikkutoimisto', 'A small office')
  site.group('prfi00pikkuvarasto', 'Its store room, still empty')
  site.thing({ imc: 'TSPR04', role: 'readyPresence' })
  site.thing({ imc: 'TSEN01', role: 'readyEnvironment' })
  const by = 'aino.lehto@nordlys.example'
  const gateway = site.thing({ imc: 'TSGW03', role: 'gateway', status: 'installed', group: office, by })
  site.thing({ imc: 'TSEN01', role: 'environment', status: 'installed', group: office, by, gateway })
  site.thing({ imc: 'TSPR04', role: 'presence', status: 'installed', group: office, by, gateway })
  site.thing({ imc: 'TSPR04', role: 'uninstalled', status: 'uninstalled', by })
}
