import { words } from '../glossary/en'

/**
 * The guide in the app: one topic for each job. A step with `picture` has one, and this says what it shows to whoever
 * does not see it; `npm run help-pictures` makes them. Buttons are named as the app names them.
 */
export const guide = {
  connect: {
    title: 'Connect a stack',
    lead: 'A stack is a customer’s account. You set it up once on this laptop; after that the app signs in by itself.',
    steps: {
      form: {
        text: 'Take the papers, or the message that came with the account. Enter a name of your own, the API base URL, the client ID and the client secret. On a fresh laptop the form is there at once; later you find it under Settings, “Manage stacks”, “Add a stack”.',
        picture: 'The form for a stack, filled in, with the button “Test and save”.'
      },
      online: {
        text: 'Press “Test and save”. The app signs in for real; only when the server has accepted it is the stack saved. The bar at the top then says “Online”.',
        picture: 'The bar at the top: the name of the stack on the left, “Online” on the right.'
      },
      switch: {
        text: 'With several customers, press the name at the top left and choose where you work. What waits for another customer goes on being sent to that customer, never to this one.',
        picture: 'The menu of stacks below the name at the top left.'
      }
    },
    tips: {
      url: 'The address begins with https:// and usually ends in /prod/v1.',
      unreached:
        '“The server cannot be reached”: is the laptop on a network? If it is, the address has a slip: compare it letter by letter.',
      none: 'No papers? Ask the customer, or whoever supplied the things, for API base URL, client ID and client secret.',
      refused:
        'If the server does not accept the client ID and secret, copy them again from the papers, without spaces before or after.'
    }
  },
  words,
  install: {
    title: 'Install a thing',
    lead: 'Scan, look, choose group and status, save. Each step closes when it is done, and Enter goes on.',
    steps: {
      scan: {
        text: 'Open “Install” and scan the label on the thing, or type its TUID and press Enter. The text of the QR code and its web address work as well.',
        picture: 'The field for labels on the install page, with a TUID in it.'
      },
      see: {
        text: 'Look at what the server knows: is it the right kind, is its battery good, is it free? Then press “Choose group and status”.',
        picture: 'The step “See it”: kind, battery, last heard, group, status and alerts of the thing.'
      },
      group: {
        text: 'Choose the deployment group it belongs to, or make a new one, and press “Go on with this group”.',
        picture: 'The step “Group” with the groups of the stack, one of them chosen.'
      },
      status: {
        text: 'Choose the installation status, usually “Installed”, and press “Save”. It is on the disk of this laptop before the screen says so.',
        picture: 'The step “Status” with “Installed” chosen and the button “Save”.'
      },
      command: {
        text: 'Send a configuration if the job asks for one, otherwise press “Skip”. “Confirmed” with a check is the server’s word; until then it says “Saved here, will be sent”.',
        picture: 'The finished steps with “Confirmed”, and below them the step “Command”.'
      },
      verify: {
        text: 'Wait until the thing is heard, or go on: the app keeps listening. The usual time for this kind of thing stands there.',
        picture: 'The step “Verify”: whether the thing was heard since its installation, and the usual time.'
      },
      same: {
        text: 'The next thing: scan it. If it gets the same group and status, press “Same as before” and it is saved.',
        picture: 'The next thing with the button “Same as before”.'
      }
    },
    tips: {
      unknown:
        '“This stack does not know…”: check the label and which stack you work in. You can save all the same; the server decides.',
      second: '“Take a second look” stops you where something is unusual. Nothing is saved before you say so.'
    }
  },
  find: {
    title: 'Find a thing',
    lead: 'Everything this laptop has met is found by a part of its TUID. Any other thing is opened by its whole TUID or label.',
    steps: {
      list: {
        text: 'Open “Things” and type a part of the TUID or of its kind, or scan the label into the field.',
        picture: 'The page “Things” with the field to search in and the things below.'
      },
      search: {
        text: 'Or press Ctrl+K (⌘K on a Mac) on any page: things, groups and pages are found in one place.',
        picture: 'The search over everything, with things and groups that fit.'
      },
      health: {
        text: 'The page of the thing says first whether it is well, and why. Its messages, alerts, commands and history stand behind the tabs.',
        picture: 'The page of a thing in trouble: the verdict and the reasons for it.'
      }
    },
    tips: {
      age: '“as of 14:05” means: this was read then, not now. Without a connection you see what was read last.'
    }
  },
  visit: {
    title: 'Many things at a site',
    lead: 'Start a visit when you arrive. Choose once what a scan does, then scan label after label.',
    steps: {
      start: {
        text: 'Open “Visits”, press “Start a visit”, and name the site as the report shall call it.',
        picture: 'The form for a new visit with site and name.'
      },
      plan: {
        text: 'Choose what each scan does: the group, the status, a command. Press “Begin scanning”.',
        picture: 'The plan of a batch: group, status, kind and command.'
      },
      scan: {
        text: 'Scan. Each thing is on the disk of this laptop at once and shows how far it is. “Take back the last scan” undoes a slip.',
        picture: 'The things of a visit with their states.'
      },
      held: {
        text: 'What is unusual is held: it is in another group, installed already, or of another kind. Nothing of it is sent. Decide with “Do it anyway” or “Leave it as it is”, now or later.',
        picture: 'A held scan with its reason and the two choices.'
      }
    },
    tips: {
      list: 'A list of labels can be pasted or read from a CSV or Excel file: “Paste or import a list”.',
      photos:
        '“Photos” on the line of a thing: take one with the camera, or choose files. They stand in the PDF of the report.',
      single: 'What you do on the install page during a visit is noted in the visit as well.'
    }
  },
  works: {
    title: 'Replace, take away, quarantine',
    lead: 'For things that are there already. What will be saved is shown as a list first.',
    steps: {
      menu: {
        text: 'In a visit press “Other work” and choose. The same is found with Ctrl+K.',
        picture: 'The menu “Other work” with Replace, Take away and Quarantine.'
      },
      replace: {
        text: 'Replace: scan the old thing, then the new one. The new one gets the group, note and place of the old one. Check the list and press Enter.',
        picture: 'An old and a new thing, and the list of what will be saved.'
      },
      away: {
        text: 'Take away: the thing is set uninstalled and leaves its group. Quarantine: it is set aside as faulty and stays in its group; say why, so that whoever finds it knows.'
      }
    },
    tips: {
      half: 'Only the old one scanned and the laptop went to sleep? It is still at hand when you open “Replace” again.'
    }
  },
  send: {
    title: 'Test on site and commands',
    lead: 'A thing that reports every minute is quickly tested. Afterwards it goes back to normal, to spare its battery.',
    steps: {
      select: {
        text: 'Open “Things”, press “Select several”, mark the things and press “Send a command”. For one thing, use “Commands” on its own page.',
        picture: 'The page “Things” with several things marked.'
      },
      choose: {
        text: 'Choose “Test on site” or a form for the kind of thing. You see what each thing gets before anything is saved.',
        picture: 'The commands that several things can get.'
      }
    },
    tips: {
      answer:
        '“Confirmed” means that the server took the command. Whether the thing itself has answered is said beside it, and may take hours.'
    }
  },
  offline: {
    title: 'Without a connection, and the queue',
    lead: 'Go on working. Everything is saved on this laptop and is sent by itself, in the right order, when the server can be reached.',
    steps: {
      bar: {
        text: 'The bar at the top says “Offline”, and how much waits. Press it for what that means, and “Check now” to try at once.',
        picture: 'The bar at the top with “Offline”, and how much waits.'
      },
      saved: {
        text: 'Saving works as always. The screen says “Saved here, will be sent” and never “Confirmed” before the server’s word.',
        picture: 'An installation that is saved on this laptop and waits.'
      },
      queue: {
        text: '“Queue” shows every action, its state and the server’s last words. “Sync now” tries at once. You may close the app and the laptop: nothing is lost.',
        picture: 'The queue with actions that wait for a connection.'
      }
    },
    tips: {
      checking:
        '“Checking whether it arrived”: the connection broke in the middle. The app looks at the server before it sends anything again, so nothing is done twice.'
    }
  },
  needs_you: {
    title: 'When something needs you',
    lead: 'Most things settle themselves. Some only a person can decide: the server refused, or somebody else changed the same thing.',
    steps: {
      badge: {
        text: 'The bar at the top says “needs you”. Press it.',
        picture: 'The bar at the top with “1 needs you”.'
      },
      choices: {
        text: 'Read what the server said, and choose. Beside each choice stands what it does. “Details” shows every attempt and can be copied for support.',
        picture: 'An action the server refused, with its words and the choices.'
      }
    },
    tips: {
      alike: 'The same decision for many like it: tick the line that names them before you choose.',
      discard:
        '“Keep theirs” ends it with what the server holds. Where the app could not see that, or cannot tell whether yours has happened, “Discard” ends it; the reason you give is kept with it.'
    }
  },
  groups: {
    title: 'Groups',
    lead: 'Which deployment groups the stack has, what is in each, and how a new one gets its name.',
    steps: {
      list: {
        text: 'Open “Groups”. Each line leads to the things of the group. What begins with pr passes its data on; others do not.',
        picture: 'The page “Groups” with the groups of a stack.'
      },
      new: {
        text: 'Press “New group”, choose environment and country, and type the name of the site: the app makes the name as it should be. On the install page the same is offered at the step “Group”.',
        picture: 'The form for a new group, with the name that it will get.'
      },
      change: {
        text: 'On the page of a group, “Rename” and “Delete” say first what follows. Like everything, they are saved here at once and sent when the server can be reached.'
      }
    },
    tips: {
      unassigned: '“No group (unassigned)” is where new things are, and those that were taken away.'
    }
  },
  alerts: {
    title: 'Alerts',
    lead: 'Which things of the stack alert, about what and since when; what can be mended on site comes first.',
    steps: {
      list: {
        text: 'Open “Alerts”. Each line leads to the thing and its history. “Refresh” asks the server now.',
        picture: 'The alerting things of the stack.'
      }
    },
    tips: {
      today: 'If something you installed today alerts, every page says so until you dismiss it.'
    }
  },
  leave: {
    title: 'Before you leave',
    lead: 'One look before you drive home: what was heard, what is silent, what alerts and what is not sent.',
    steps: {
      list: {
        text: 'In the visit press “End visit” or “Before you leave”. Each line leads to its things. For each silent kind stands what to try.',
        picture: 'Before you leave: what is settled and what is not.'
      },
      check: {
        text: '“Check all now” asks the server about each silent thing. Then press “End visit”. What waits is still sent after that.'
      }
    },
    tips: {
      presence: 'A presence sensor is heard sooner when you wave a hand in front of it.'
    }
  },
  report: {
    title: 'Report of a visit',
    lead: 'A PDF for the customer, or CSV and JSON for other systems. Made on this laptop, also without a connection.',
    steps: {
      dialog: {
        text: 'Open the visit and press “Report”. Choose the file and the language, then “Make and save”.',
        picture: 'The dialog for the report of a visit.'
      },
      honest: {
        text: 'What the server has not confirmed is marked as such. When all is confirmed later, make the report again.'
      }
    },
    tips: {
      place: 'Floor, room and note come from “Place and note” in the visit.'
    }
  },
  scanner: {
    title: 'Set up a hand scanner',
    lead: 'A hand scanner is a keyboard that types fast. Plug it in: the app hears it on every page, wherever the focus is.',
    steps: {
      plug: {
        text: 'Use the scanner’s USB keyboard mode (HID), with Enter after each code: so most come from the factory.'
      },
      outcome: {
        text: 'Scan a label. Each scan is answered by a sound and a line at the bottom: taken, scanned already, please look, not understood.',
        picture: 'The line at the bottom after a scan that was not understood.'
      },
      sounds: {
        text: 'The sounds are switched on and off under Settings, “Scanning”.',
        picture: 'The settings for scanning.'
      }
    },
    tips: {
      layout:
        'Wrong characters, such as Y for Z: the scanner is set to another keyboard layout than the laptop. The app says which. Set the scanner with the codes in its manual.',
      typing: 'While you type in a form or a question waits for an answer, scans are not taken, and the app says so.'
    }
  },
  camera: {
    title: 'Scan with the camera',
    lead: 'Without a hand scanner, the laptop’s camera reads QR and DataMatrix codes.',
    steps: {
      open: {
        text: 'Press “Camera” beside the field for labels, then “Turn the camera on”, and hold one label before it.',
        picture: 'The camera before it is turned on, with what it does and the button “Turn the camera on”.'
      },
      several: {
        text: 'With several labels in view the app asks which one. The picture stays in this window: nothing is recorded or sent.',
        picture: 'The picture of the camera with two labels, and the question which one is meant.'
      },
      fault: {
        text: 'If the camera does not work, the app says why and what to do. Do that and press “Try again”. A hand scanner and the keyboard work all the same.',
        picture: 'The camera may not be used: the reason, what to do, and the button “Try again”.'
      }
    },
    tips: {
      denied:
        '“The camera may not be used”: allow desktop apps to use the camera in the privacy settings of the system.',
      busy: '“The camera does not answer”: close video calls and other programs that use it.'
    }
  },
  keychain: {
    title: 'Trouble with the keychain',
    lead: 'The client secret lies in the keychain of the system (Keychain, Credential Manager, Secret Service) and nowhere else.',
    steps: {
      locked: {
        text: 'If the keychain is locked, the system asks for its password. Answer it, then press “Check now” in the menu of the connection.'
      },
      run: {
        text: 'If there is no keychain, the form says so. “Keep the secret for this run only” lets you work; it is asked for again at the next start.',
        picture: 'The form for a stack, saying that the keychain cannot be used, with a way to go on.'
      },
      missing: {
        text: '“Secret missing” in the bar: press it, open the stack, enter the secret and press “Test and save”. What you saved meanwhile is kept and then sent.',
        picture: 'The bar at the top with “Secret missing”, and what it means, with the button “Open the stack”.'
      }
    },
    tips: {
      linux: 'Linux needs the packages libsecret-1-0 and a Secret Service such as gnome-keyring.'
    }
  },
  support: {
    title: 'Settings, and help from support',
    lead: 'Language, colours and the size of letters; and what to do when something does not work as it should.',
    steps: {
      look: {
        text: 'Open “Settings”. “Language and look” changes language, colours, contrast and text size at once.',
        picture: 'The settings for language, colours, contrast and text size.'
      },
      details: {
        text: 'When something fails, “Details” beside the words shows what the server said; it can be copied for support.'
      },
      export: {
        text: 'If that is not enough: “Settings”, “Export diagnostics”. You see what is in the file before it is saved; no secret is. Send it to whoever helps you.',
        picture: 'The window that shows what the file for support will hold.'
      }
    },
    tips: {
      safe: 'What you saved is in the folder that “Settings” names. Do not delete it while something waits in the queue.',
      updates: 'Newer versions: “Updates” under “Settings”. The app puts none in place without your word.'
    }
  }
} as const
