"""Rules of the DCC User Interface Specification and of the Service Request Processing Document."""
