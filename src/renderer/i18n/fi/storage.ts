import type { storage as english } from '../en/storage'
import type { Translation } from '../translation'

export const storage: Translation<typeof english> = {
  newer_database: {
    title: 'Tähän tarvitaan sovelluksen uudempi versio',
    happened:
      'Tällä koneella on käytetty uudempaa versiota. Se säilyttää tallennetun työn tavalla, jota tämä versio ei tunne.',
    next: 'Sulje tämä ja käynnistä uudempi versio: kaikki on tallella niin kuin jätit.'
  },
  disk_full: {
    title: 'Tämän koneen levy on täynnä',
    happened: 'Sovellus tarvitsee vähän tilaa avatakseen työpäiväkirjan, eikä sitä ole.',
    next: 'Poista tai siirrä tarpeettomia tiedostoja ja yritä sitten uudelleen.'
  },
  read_only: {
    title: 'Sovellus ei saa kirjoittaa kansioonsa',
    happened: 'Sen tiedostoja voi nyt vain lukea, joten työpäiväkirjaa ei voi avata.',
    next: 'Anna itsellesi kirjoitusoikeus kansioon tai pyydä apua koneen ylläpidosta. Yritä sitten uudelleen.'
  },
  not_saved: {
    title: 'Tämän koneen työpäiväkirjaa ei voi avata',
    happened: 'Toinen ohjelma saattaa varata sitä, tai levyssä on vika.',
    next: 'Sulje muut ohjelmat ja yritä uudelleen. Jos se ei auta, käynnistä kone uudelleen ja ilmoita sitten tiedot tukeen.'
  },
  now: {
    disk_full: {
      title: 'Tämän koneen levy on täynnä',
      next: 'Poista tai siirrä tarpeettomia tiedostoja: sen jälkeen työ jatkuu itsestään.'
    },
    read_only: {
      title: 'Sovellus ei saa nyt kirjoittaa kansioonsa',
      next: 'Palauta kirjoitusoikeus kansioon: sen jälkeen työ jatkuu itsestään.'
    },
    not_saved: {
      title: 'Tälle koneelle ei voi nyt kirjoittaa mitään',
      next: 'Sitä yritetään koko ajan uudelleen, ja työ jatkuu itsestään. Jos tämä ei mene ohi, ilmoita tiedot tukeen.'
    },
    meaning:
      'Mitään uutta ei voi tallentaa eikä mitään lähetetä, koska siitä ei jäisi merkintää. Aiemmin tallentamasi on tallessa.'
  },
  meaning: 'Ennen kuin tämä on korjattu, mitään ei voi tallentaa eikä mitään lähetetä.',
  kept: 'Mitään ei poistettu. Tälle koneelle tallentamasi on yhä tässä tiedostossa:',
  nothingYet: 'Tälle koneelle ei ole vielä tallennettu mitään. Sovellus säilyttäisi tiedostonsa täällä:',
  path: 'polku',
  stillSo: 'Yritetty uudelleen klo {time}: tilanne on ennallaan.',
  quit: 'Lopeta'
}
