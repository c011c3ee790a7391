import type { photos as english } from '../en/photos'
import type { Translation } from '../translation'

export const photos: Translation<typeof english> = {
  button: 'Kuvat',
  add: {
    title: 'Lisää kuvia',
    camera: 'Ota kuva',
    files: 'Valitse tiedostoja',
    drop: 'Tai pudota kuvat tälle riville. JPEG, PNG ja WebP käyvät; suuret pienennetään, eikä kuvauspaikkaa tallenneta.',
    close: 'Sulje'
  },
  list: 'Laitteen {tuid} kuvat',
  nth: 'Kuva {no}/{count}',
  ofThing: 'Laitteen {tuid} kuva {no}/{count}',
  captioned: '{photo}: {caption}',
  taken: 'Lisätty {time}',
  camera: {
    title: 'Kuva laitteesta {tuid}',
    shoot: 'Ota kuva',
    starting: 'Käynnistetään kameraa…',
    close: 'Sammuta kamera',
    picture: 'Kameran kuva',
    count: 'Ei vielä otettuja kuvia. | 1 kuva otettu. | {count} kuvaa otettu.',
    failed: 'Kuvaa ei saatu otettua. Yritä uudelleen tai valitse tiedosto.',
    faults: {
      none: 'Liitä kamera ja yritä uudelleen tai valitse tiedostoja.',
      denied: 'Salli työpöytäsovellusten käyttää kameraa järjestelmän tietosuoja-asetuksissa ja yritä uudelleen.',
      in_use: 'Toinen ohjelma saattaa käyttää sitä: sulje videopuhelut ja muut kameraohjelmat ja yritä uudelleen.',
      unplugged: 'Jo otetut kuvat ovat tallessa. Liitä kamera takaisin tai valitse toinen ja yritä uudelleen.',
      decoder: 'Yritä uudelleen tai valitse tiedostoja.',
      other: 'Yritä uudelleen tai valitse tiedostoja.'
    }
  },
  intakes: 'Lisättävät kuvat',
  fromCamera: 'Kameran kuva',
  waiting: 'Odottaa vuoroaan',
  making: 'Pienennetään…',
  saving: 'Tallennetaan…',
  there_already: 'Laitteella on jo tämä kuva.',
  retry: 'Yritä uudelleen',
  dismiss: 'Sulje: {name}',
  refused: {
    empty: 'Ei lisätty: tiedosto on tyhjä. Kopioi se uudelleen sieltä, mistä se tuli.',
    not_photo: 'Ei lisätty: tämä ei ole kuva. JPEG, PNG ja WebP käyvät.',
    heic: 'Ei lisätty: iPhonen HEIC-kuvia ei voi avata tässä. Lähetä kuva JPEG-muodossa tai valitse iPhonessa Asetukset > Kamera > Formaatit > Yhteensopivin.',
    too_big: 'Ei lisätty: tiedosto on yli 150 Mt. Pienennä kuvaa tai ota se uudelleen.',
    too_many_pixels:
      'Ei lisätty: kuvassa on yli 120 miljoonaa kuvapistettä, liikaa avattavaksi. Säädä kameraan vähemmän tai pienennä kuvaa.',
    damaged: 'Ei lisätty: kuva on vaurioitunut, eikä sitä voi avata. Kopioi se uudelleen sieltä, mistä se tuli.'
  },
  faults: {
    missing: 'Tiedosto puuttuu',
    changed: 'Tiedosto on muuttunut, eikä sitä näytetä',
    unreadable: 'Tiedostoa ei voi lukea'
  },
  faultMeaning: {
    missing: 'Kuvan tiedosto ei ole enää sovelluksen tietokansiossa. Lisää kuva uudelleen tai poista se tästä.',
    changed:
      'Kuvan tiedosto ei ole se, joka lisättiin: se on vaurioitunut tai toinen ohjelma on muuttanut sitä. Lisää kuva uudelleen tai poista se tästä.',
    unreadable: 'Kone ei pysty lukemaan kuvan tiedostoa. Katso sitä myöhemmin uudelleen tai poista se tästä.'
  },
  dialog: {
    caption: 'Kuvateksti',
    saveCaption: 'Tallenna kuvateksti',
    previous: 'Edellinen kuva',
    next: 'Seuraava kuva',
    saveFile: 'Tallenna tiedostoksi',
    remove: 'Poista kuva',
    close: 'Sulje'
  },
  removed: 'Kuva poistettiin.',
  undo: 'Kumoa'
}
