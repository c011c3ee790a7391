import type { Translation } from '../../i18n/translation'
import { words } from '../glossary/fi'
import type { guide as english } from './en'

export const guide: Translation<typeof english> = {
  connect: {
    title: 'Lisää asiakasympäristö',
    lead: 'Asiakasympäristö on asiakkaan tili. Se lisätään tälle koneelle kerran; sen jälkeen sovellus kirjautuu itse.',
    steps: {
      form: {
        text: 'Ota esiin paperit tai viesti, jonka sait tilistä. Kirjoita nimi, josta itse tunnistat asiakkaan, rajapinnan osoite, asiakastunnus ja asiakassalaisuus. Uudella koneella lomake on heti esillä; myöhemmin se löytyy kohdasta Asetukset, ”Hallitse asiakasympäristöjä”, ”Lisää asiakasympäristö”.',
        picture: 'Asiakasympäristön lomake täytettynä ja painike ”Testaa ja tallenna”.'
      },
      online: {
        text: 'Paina ”Testaa ja tallenna”. Sovellus kirjautuu oikeasti; asiakasympäristö tallennetaan vasta, kun palvelin on hyväksynyt tiedot. Sen jälkeen yläpalkissa lukee ”Yhteys kunnossa”.',
        picture: 'Yläpalkki: vasemmalla asiakasympäristön nimi, oikealla ”Yhteys kunnossa”.'
      },
      switch: {
        text: 'Jos asiakkaita on useita, paina nimeä vasemmassa yläkulmassa ja valitse, missä työskentelet. Toisen asiakkaan odottavat toimenpiteet lähetetään edelleen sille asiakkaalle, ei koskaan tälle.',
        picture: 'Asiakasympäristöjen valikko vasemman yläkulman nimen alla.'
      }
    },
    tips: {
      url: 'Osoitteen alussa on https:// ja lopussa yleensä /prod/v1.',
      unreached:
        '”Palvelimeen ei saada yhteyttä”: onko kone verkossa? Jos on, osoitteessa on kirjoitusvirhe: vertaa sitä papereihin merkki merkiltä.',
      none: 'Eikö papereita ole? Pyydä rajapinnan osoite, asiakastunnus ja asiakassalaisuus asiakkaalta tai laitteiden toimittajalta.',
      refused:
        'Jos palvelin ei hyväksy tunnusta ja salaisuutta, kopioi ne papereista uudelleen ilman välilyöntejä alussa tai lopussa.'
    }
  },
  words,
  install: {
    title: 'Asenna laite',
    lead: 'Skannaa tarra, katso, valitse ryhmä ja tila, tallenna. Vaihe sulkeutuu, kun se on tehty, ja Enter vie eteenpäin.',
    steps: {
      scan: {
        text: 'Avaa ”Asennus” ja skannaa laitteen tarra, tai kirjoita TUID ja paina Enter. Myös QR-koodin teksti ja sen verkko-osoite kelpaavat.',
        picture: 'Asennussivun tarrakenttä, jossa on TUID.'
      },
      see: {
        text: 'Katso, mitä palvelin tietää: onko laite oikeanlainen, onko paristo kunnossa, onko laite vapaa? Paina sitten ”Valitse ryhmä ja tila”.',
        picture: 'Vaihe ”Katso”: laitteen tyyppi, paristo, viimeksi kuultu, ryhmä, tila ja hälytykset.'
      },
      group: {
        text: 'Valitse ryhmä, johon laite kuuluu, tai luo uusi, ja paina ”Jatka tällä ryhmällä”.',
        picture: 'Vaihe ”Ryhmä”: asiakasympäristön ryhmät, yksi valittuna.'
      },
      status: {
        text: 'Valitse asennustila, yleensä ”Asennettu”, ja paina ”Tallenna”. Tieto on tämän koneen levyllä, ennen kuin ruutu sanoo niin.',
        picture: 'Vaihe ”Tila”: valittuna ”Asennettu”, ja painike ”Tallenna”.'
      },
      command: {
        text: 'Lähetä asetukset, jos työ sitä vaatii, muuten paina ”Ohita”. ”Vahvistettu” ja valintamerkki ovat palvelimen sana; sitä ennen lukee ”Tallessa tässä, lähetetään myöhemmin”.',
        picture: 'Valmiit vaiheet, joissa lukee ”Vahvistettu”, ja niiden alla vaihe ”Komento”.'
      },
      verify: {
        text: 'Odota, että laite kuullaan, tai jatka: sovellus kuuntelee edelleen. Laitetyypin tavallinen aika näkyy ruudulla.',
        picture: 'Vaihe ”Varmista”: onko laite kuultu asennuksen jälkeen, ja tavallinen aika.'
      },
      same: {
        text: 'Seuraava laite: skannaa sen tarra. Jos ryhmä ja tila ovat samat, paina ”Sama kuin edellinen”, niin se on tallennettu.',
        picture: 'Seuraava laite ja painike ”Sama kuin edellinen”.'
      }
    },
    tips: {
      unknown:
        '”Tämä asiakasympäristö ei tunne…”: tarkista tarra ja se, missä asiakasympäristössä työskentelet. Voit silti tallentaa; palvelin päättää.',
      second: '”Katso vielä kerran” pysäyttää, kun jokin on epätavallista. Mitään ei tallenneta, ennen kuin sanot niin.'
    }
  },
  find: {
    title: 'Etsi laite',
    lead: 'Kaikki tällä koneella tavatut laitteet löytyvät TUID:n osalla. Muut avautuvat koko TUID:llä tai tarralla.',
    steps: {
      list: {
        text: 'Avaa ”Laitteet” ja kirjoita osa TUID:stä tai laitetyypistä, tai skannaa tarra kenttään.',
        picture: 'Sivu ”Laitteet”: hakukenttä ja laitteet sen alla.'
      },
      search: {
        text: 'Tai paina millä sivulla tahansa Ctrl+K (Macissa ⌘K): laitteet, ryhmät ja sivut löytyvät samasta paikasta.',
        picture: 'Haku kaikkialta, hakuun sopivia laitteita ja ryhmiä.'
      },
      health: {
        text: 'Laitteen sivu kertoo ensin, onko laite kunnossa ja miksi. Viestit, hälytykset, komennot ja historia ovat välilehdillä.',
        picture: 'Sivu laitteesta, jolla on ongelma: arvio ja sen syyt.'
      }
    },
    tips: {
      age: '”tilanne 14.05” tarkoittaa: tieto on luettu silloin, ei nyt. Ilman yhteyttä näet sen, mikä luettiin viimeksi.'
    }
  },
  visit: {
    title: 'Monta laitetta samassa kohteessa',
    lead: 'Aloita käynti, kun saavut. Valitse kerran, mitä skannattaville laitteille tehdään, ja skannaa sitten tarra toisensa jälkeen.',
    steps: {
      start: {
        text: 'Avaa ”Käynnit”, paina ”Aloita käynti” ja anna kohteelle nimi, jota raportti käyttää.',
        picture: 'Uuden käynnin lomake: kohde ja nimi.'
      },
      plan: {
        text: 'Valitse, mitä skannattaville laitteille tehdään: ryhmä, tila, komento. Paina ”Aloita skannaus”.',
        picture: 'Skannauksen suunnitelma: ryhmä, tila, laitetyyppi ja komento.'
      },
      scan: {
        text: 'Skannaa tarroja. Jokainen laite on heti tämän koneen levyllä ja näyttää, miten pitkällä se on. ”Peru viimeisin skannaus” kumoaa lipsahduksen.',
        picture: 'Käynnin laitteet tiloineen.'
      },
      held: {
        text: 'Epätavallinen pysäytetään: laite on toisessa ryhmässä, jo asennettu tai toisenlainen. Siitä ei lähetetä mitään. Päätä nyt tai myöhemmin: ”Tee silti” tai ”Jätä ennalleen”.',
        picture: 'Pysäytetty laite syineen ja kaksine vaihtoehtoineen.'
      }
    },
    tips: {
      list: 'Tarroista voi liittää luettelon tai lukea sen CSV- tai Excel-tiedostosta: ”Liitä tai tuo luettelo”.',
      photos:
        '”Kuvat” laitteen rivillä: ota kuva kameralla tai valitse tiedostoja. Ne tulevat raportin PDF-tiedostoon.',
      single: 'Käynnin aikana asennussivulla tehty työ kirjataan myös käyntiin.'
    }
  },
  works: {
    title: 'Vaihda, vie pois, karanteeniin',
    lead: 'Laitteille, jotka ovat jo paikallaan. Tallennettava näytetään ensin luettelona.',
    steps: {
      menu: {
        text: 'Paina käynnissä ”Muu työ” ja valitse. Samat löytyvät myös painamalla Ctrl+K.',
        picture: 'Valikko ”Muu työ”: Vaihda, Vie pois ja Karanteeniin.'
      },
      replace: {
        text: 'Vaihda: skannaa vanha laite, sitten uusi. Uusi saa vanhan ryhmän, muistiinpanon ja paikan. Tarkista luettelo ja paina Enter.',
        picture: 'Vanha ja uusi laite sekä luettelo tallennettavasta.'
      },
      away: {
        text: 'Vie pois: laitteen tilaksi tulee Irrotettu, ja se poistuu ryhmästään. Karanteeniin: laite pannaan syrjään viallisena ja pysyy ryhmässään; kerro syy, jotta laitteen löytäjä tietää.'
      }
    },
    tips: {
      half: 'Vain vanha ehdittiin skannata, ja kone nukahti? Se on yhä muistissa, kun avaat ”Vaihda” uudelleen.'
    }
  },
  send: {
    title: 'Testi paikan päällä ja komennot',
    lead: 'Minuutin välein raportoiva laite on nopeasti testattu. Sen jälkeen se palautetaan normaaliksi, jotta paristo säästyy.',
    steps: {
      select: {
        text: 'Avaa ”Laitteet”, paina ”Valitse useita”, merkitse laitteet ja paina ”Lähetä komento”. Yhdelle laitteelle: välilehti ”Komennot” laitteen omalla sivulla.',
        picture: 'Sivu ”Laitteet”, useita laitteita merkittynä.'
      },
      choose: {
        text: 'Valitse ”Testi paikan päällä” tai laitetyypin lomake. Näet, mitä kukin laite saa, ennen kuin mitään tallennetaan.',
        picture: 'Komennot, joita useille laitteille voi lähettää.'
      }
    },
    tips: {
      answer:
        '”Vahvistettu” tarkoittaa, että palvelin otti komennon vastaan. Vieressä sanotaan, onko laite itse vastannut; se voi kestää tunteja.'
    }
  },
  offline: {
    title: 'Ilman yhteyttä, ja jono',
    lead: 'Jatka työtä. Kaikki tallentuu tälle koneelle ja lähtee itsestään oikeassa järjestyksessä, kun palvelimeen saadaan yhteys.',
    steps: {
      bar: {
        text: 'Yläpalkissa lukee, että yhteys katkesi, ja kuinka paljon odottaa. Paina sitä, niin näet, mitä se tarkoittaa; ”Tarkista nyt” kokeilee heti.',
        picture: 'Yläpalkki: yhteys katkesi, ja kuinka paljon on lähtemättä.'
      },
      saved: {
        text: 'Tallentaminen toimii kuten aina. Ruudulla lukee ”Tallessa tässä, lähetetään myöhemmin”, eikä koskaan ”Vahvistettu” ennen palvelimen sanaa.',
        picture: 'Asennus, joka on tallessa tällä koneella ja odottaa.'
      },
      queue: {
        text: '”Jono” näyttää jokaisen toimenpiteen, sen tilan ja palvelimen viimeisimmän vastauksen. ”Lähetä nyt” yrittää heti. Voit sulkea sovelluksen ja koneen: mitään ei katoa.',
        picture: 'Jono, jossa toimenpiteet odottavat yhteyttä.'
      }
    },
    tips: {
      checking:
        '”Tarkistetaan, menikö perille”: yhteys katkesi kesken. Sovellus katsoo palvelimelta, ennen kuin lähettää mitään uudelleen, joten mitään ei tehdä kahdesti.'
    }
  },
  needs_you: {
    title: 'Kun jokin odottaa sinua',
    lead: 'Useimmat asiat selviävät itsestään. Joistakin voi päättää vain ihminen: palvelin ei suostunut, tai joku muu muutti samaa.',
    steps: {
      badge: {
        text: 'Yläpalkissa lukee ”odottaa sinua”. Paina sitä.',
        picture: 'Yläpalkki, jossa lukee ”1 odottaa sinua”.'
      },
      choices: {
        text: 'Lue palvelimen vastaus ja valitse. Kunkin vaihtoehdon vieressä lukee, mitä se tekee. ”Tiedot” näyttää kaikki yritykset, ja ne voi kopioida tukea varten.',
        picture: 'Toimenpide, johon palvelin ei suostunut, vastauksineen ja vaihtoehtoineen.'
      }
    },
    tips: {
      alike: 'Sama päätös monelle samanlaiselle: merkitse ne nimeävä rivi ennen valintaa.',
      discard:
        '”Pidä palvelimen tieto” päättää asian palvelimen hyväksi. Jos sovellus ei nähnyt palvelimen tietoa tai ei tiedä, toteutuiko omasi, ”Hylkää” päättää asian; antamasi syy säilyy sen mukana.'
    }
  },
  groups: {
    title: 'Ryhmät',
    lead: 'Mitä ryhmiä asiakasympäristössä on, mitä laitteita niissä on ja miten uusi ryhmä saa nimensä.',
    steps: {
      list: {
        text: 'Avaa ”Ryhmät”. Jokainen rivi vie ryhmän laitteisiin. Ryhmät, joiden nimen alussa on pr, välittävät tietonsa eteenpäin; muut eivät.',
        picture: 'Sivu ”Ryhmät”, jossa on asiakasympäristön ryhmät.'
      },
      new: {
        text: 'Paina ”Uusi ryhmä”, valitse ympäristö ja maa ja kirjoita kohteen nimi: sovellus tekee nimestä oikeanlaisen. Asennussivulla saman voi tehdä vaiheessa ”Ryhmä”.',
        picture: 'Uuden ryhmän lomake ja nimi, jonka ryhmä saa.'
      },
      change: {
        text: 'Ryhmän sivulla ”Nimeä uudelleen” ja ”Poista” kertovat ensin, mitä siitä seuraa. Nekin tallentuvat heti tänne ja lähetetään, kun palvelimeen saadaan yhteys.'
      }
    },
    tips: {
      unassigned: '”Ei ryhmää (unassigned)”: siinä ovat uudet laitteet ja pois viedyt.'
    }
  },
  alerts: {
    title: 'Hälytykset',
    lead: 'Mitkä asiakasympäristön laitteet hälyttävät, mistä ja mistä alkaen; paikan päällä korjattavat ensin.',
    steps: {
      list: {
        text: 'Avaa ”Hälytykset”. Jokainen rivi vie laitteeseen ja sen historiaan. ”Päivitä” kysyy palvelimelta nyt.',
        picture: 'Asiakasympäristön hälyttävät laitteet.'
      }
    },
    tips: {
      today: 'Jos jokin tänään asentamasi hälyttää, jokainen sivu kertoo sen, kunnes piilotat ilmoituksen.'
    }
  },
  leave: {
    title: 'Ennen kuin lähdet',
    lead: 'Yksi katse ennen kotimatkaa: mikä on kuultu, mikä on hiljaa, mikä hälyttää ja mikä on lähettämättä.',
    steps: {
      list: {
        text: 'Paina käynnissä ”Päätä käynti” tai ”Ennen kuin lähdet”. Jokainen rivi vie laitteisiinsa. Kunkin hiljaisen laitetyypin kohdalla lukee, mitä kannattaa kokeilla.',
        picture: 'Ennen kuin lähdet: mikä on kunnossa ja mikä ei.'
      },
      check: {
        text: '”Tarkista kaikki nyt” kysyy palvelimelta jokaisesta hiljaisesta laitteesta. Paina sitten ”Päätä käynti”. Odottava lähetetään sen jälkeenkin.'
      }
    },
    tips: {
      presence: 'Läsnäoloanturi kuullaan nopeammin, kun heilautat kättä sen edessä.'
    }
  },
  report: {
    title: 'Käyntiraportti',
    lead: 'PDF asiakkaalle, tai CSV ja JSON muille järjestelmille. Tehdään tällä koneella, myös ilman yhteyttä.',
    steps: {
      dialog: {
        text: 'Avaa käynti ja paina ”Raportti”. Valitse tiedosto ja kieli, sitten ”Tee ja tallenna”.',
        picture: 'Käyntiraportin ikkuna.'
      },
      honest: {
        text: 'Se, mitä palvelin ei ole vahvistanut, on merkitty. Kun kaikki on myöhemmin vahvistettu, tee raportti uudelleen.'
      }
    },
    tips: {
      place: 'Kerros, huone ja muistiinpano tulevat käynnin kohdasta ”Paikka ja muistiinpano”.'
    }
  },
  scanner: {
    title: 'Ota käsilukija käyttöön',
    lead: 'Käsilukija on näppäimistö, joka kirjoittaa nopeasti. Liitä se: sovellus kuulee sen joka sivulla, missä kohdistin onkin.',
    steps: {
      plug: {
        text: 'Käytä lukijan USB-näppäimistötilaa (HID) ja Enteriä jokaisen koodin jälkeen: näin useimmat ovat jo tehtaalta.'
      },
      outcome: {
        text: 'Skannaa tarra. Jokaiseen skannaukseen vastataan äänellä ja rivillä ruudun alareunassa: skannattu, skannattu jo aiemmin, huomaa tämä, ei ymmärretty.',
        picture: 'Alareunan rivi, kun tarraa ei ymmärretty.'
      },
      sounds: {
        text: 'Äänet voi kytkeä asetusten kohdasta ”Skannaus”.',
        picture: 'Skannauksen asetukset.'
      }
    },
    tips: {
      layout:
        'Vääriä merkkejä, kuten Y:n tilalla Z: lukijassa on eri näppäimistöasettelu kuin koneessa. Sovellus kertoo, mikä. Aseta lukija sen käyttöohjeen koodeilla.',
      typing:
        'Kun kirjoitat lomakkeeseen tai kysymys odottaa vastausta, tarroja ei oteta vastaan, ja sovellus sanoo sen.'
    }
  },
  camera: {
    title: 'Skannaa tarroja kameralla',
    lead: 'Ilman käsilukijaa koneen kamera lukee QR- ja DataMatrix-koodeja.',
    steps: {
      open: {
        text: 'Paina tarrakentän vieressä ”Kamera”, sitten ”Käynnistä kamera”, ja pidä yhtä tarraa kameran edessä.',
        picture: 'Kamera ennen käynnistämistä: mitä se tekee, ja painike ”Käynnistä kamera”.'
      },
      several: {
        text: 'Jos kuvassa on useita tarroja, sovellus kysyy, mikä niistä. Kuva pysyy tässä ikkunassa: mitään ei tallenneta eikä lähetetä.',
        picture: 'Kameran kuva, jossa on kaksi tarraa, ja kysymys, kumpaa tarkoitetaan.'
      },
      fault: {
        text: 'Jos kamera ei toimi, sovellus kertoo syyn ja mitä tehdä. Tee niin ja paina ”Yritä uudelleen”. Käsilukija ja näppäimistö toimivat silti.',
        picture: 'Kameraa ei saa käyttää: syy, neuvo ja painike ”Yritä uudelleen”.'
      }
    },
    tips: {
      denied:
        '”Kameraa ei saa käyttää”: salli työpöytäsovellusten käyttää kameraa järjestelmän tietosuoja-asetuksissa.',
      busy: '”Kamera ei vastaa”: sulje videopuhelut ja muut kameraa käyttävät ohjelmat.'
    }
  },
  keychain: {
    title: 'Avainnipun ongelmat',
    lead: 'Asiakassalaisuus on järjestelmän avainnipussa (Avainnippu, Tunnistetietojen hallinta, Secret Service) eikä missään muualla.',
    steps: {
      locked: {
        text: 'Jos avainnippu on lukittu, järjestelmä kysyy sen salasanaa. Anna se ja paina sitten yhteyden valikosta ”Tarkista nyt”.'
      },
      run: {
        text: 'Jos avainnippua ei ole, lomake sanoo sen. ”Säilytä salaisuus vain tämän käyttökerran” antaa jatkaa työtä; salaisuus kysytään seuraavalla käynnistyksellä uudelleen.',
        picture: 'Asiakasympäristön lomake kertoo, ettei avainnippua voi käyttää, ja miten voi jatkaa.'
      },
      missing: {
        text: 'Jos yläpalkissa lukee ”Salaisuus puuttuu”: paina sitä, avaa asiakasympäristö, anna salaisuus ja paina ”Testaa ja tallenna”. Sillä välin tallentamasi säilyy ja lähetetään sitten.',
        picture:
          'Yläpalkissa lukee ”Salaisuus puuttuu”, ja sen alla, mitä se tarkoittaa, sekä painike ”Avaa asiakasympäristö”.'
      }
    },
    tips: {
      linux: 'Linuxissa tarvitaan paketit libsecret-1-0 ja jokin Secret Service, kuten gnome-keyring.'
    }
  },
  support: {
    title: 'Asetukset ja apu tuesta',
    lead: 'Kieli, värit ja tekstin koko, ja mitä tehdä, kun jokin ei toimi niin kuin pitäisi.',
    steps: {
      look: {
        text: 'Avaa ”Asetukset”. ”Kieli ja ulkoasu” vaihtaa kielen, värit, kontrastin ja tekstin koon heti.',
        picture: 'Kielen, värien, kontrastin ja tekstin koon asetukset.'
      },
      details: {
        text: 'Kun jokin ei onnistu, ”Tiedot” näyttää, mitä palvelin vastasi; sen voi kopioida tukea varten.'
      },
      export: {
        text: 'Jos se ei riitä: ”Asetukset”, ”Vie vianmääritystiedot”. Näet tiedoston sisällön, ennen kuin se tallennetaan; salaisuuksia siinä ei ole. Lähetä se sille, joka auttaa sinua.',
        picture: 'Ikkuna, joka näyttää, mitä tuelle menevään tiedostoon tulee.'
      }
    },
    tips: {
      safe: 'Tallentamasi on kansiossa, jonka ”Asetukset” näyttää. Älä poista sitä, kun jonossa odottaa jotain.',
      updates: 'Uudemmat versiot: asetusten kohta ”Päivitykset”. Sovellus ei ota niitä käyttöön kysymättä.'
    }
  }
}
