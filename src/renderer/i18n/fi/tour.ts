import type { tour as english } from '../en/tour'
import type { Translation } from '../translation'

export const tour: Translation<typeof english> = {
  title: 'Esittely',
  at: '{number}/{count}',
  skip: 'Ohita',
  next: 'Seuraava',
  start: 'Aloita',
  again: 'Näytä esittely uudelleen',
  saved: {
    title: 'Ensin talteen, sitten lähetetään',
    text: 'Skannaa tarra, valitse ryhmä ja tila, tallenna. Tallentamasi on tämän koneen levyllä, ennen kuin ruutu sanoo niin. Kellarissa ilman yhteyttä työ sujuu samoin: kaikki lähtee myöhemmin itsestään, kerran ja oikeassa järjestyksessä.'
  },
  truth: {
    title: 'Valmis vasta, kun palvelin sanoo niin',
    text: 'Jokainen toimenpide näyttää, miten pitkällä se on, kaikkialla samalla merkillä ja samoin sanoin:',
    meanings: {
      confirmed: 'Palvelimen sana, ei mitään vähempää.',
      waiting: 'Turvassa tässä. Voit sulkea koneen.',
      checking: 'Sovellus katsoo ennen uutta lähetystä.',
      needs_you: 'Sinä päätät; vaihtoehdot ovat vieressä.'
    }
  },
  begin: {
    title: 'Kaksi askelta, ja olet valmis',
    text: 'Lisää asiakasympäristö saamistasi papereista ja skannaa ensimmäinen tarra. Kuvallinen ohje on aina lähellä: kysymysmerkki ylhäällä tai F1.'
  }
}
