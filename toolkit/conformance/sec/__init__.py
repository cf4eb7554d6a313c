"""Rules of the main body of the Code, of licences and statute, and of how documents are consulted on."""
